// A pencil beside a fact, with words for whoever does not see it.
import Pencil from "lucide-react/icons/pencil";
import { Button } from "../ui/button";

export const EditButton = ({ words, onPress }: { words: string; onPress: () => void }) => (
  <Button shape="icon" className="border-transparent" aria-label={words} title={words} onClick={onPress}>
    <Pencil size={16} aria-hidden />
  </Button>
);
