// Finds applicants in my own view: by name, or by the digits of an identifier. The others see nothing of it.
import Search from "lucide-react/icons/search";
import X from "lucide-react/icons/x";
import type { RefObject } from "react";
import { Button } from "../../ui/button";

interface SearchBoxProps {
  inputRef: RefObject<HTMLInputElement>;
  query: string;
  foundCount: number | null;
  onQuery: (query: string) => void;
  isFiltering: boolean;
  /** Shows the filter, or ends it. */
  onFilter: () => void;
  /** Enter: to the first that was found. */
  onGo: () => void;
}

/** Once for all renders. */
const searchIcon = <Search size={16} className="shrink-0 text-muted" aria-hidden />;

export const SearchBox = ({ inputRef, query, foundCount, onQuery, isFiltering, onFilter, onGo }: SearchBoxProps) => (
  <search className="search-bar">
    <div className="search-box">
      {searchIcon}
      <input
        ref={inputRef}
        type="text"
        inputMode="search"
        value={query}
        placeholder="Search"
        aria-label="Search applicants by name or identifier"
        autoComplete="off"
        spellCheck={false}
        className="min-w-0 flex-1 bg-transparent outline-none pointer-coarse:text-entry"
        onChange={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && query !== "") onQuery("");
          else if (event.key === "Enter") onGo();
          else return;
          event.preventDefault();
        }}
      />
      {foundCount !== null && (
        <span role="status" className="tabular text-meta whitespace-nowrap text-muted">
          {foundCount} found
        </span>
      )}
      {query !== "" && (
        <button type="button" aria-label="Clear the search" className="row-button" onClick={() => onQuery("")}>
          <X size={16} aria-hidden />
        </button>
      )}
    </div>
    <Button aria-expanded={isFiltering} onClick={onFilter}>
      Filter
    </Button>
  </search>
);
