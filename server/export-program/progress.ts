// How far an export is: a bar in a terminal, a line a file elsewhere.
export interface Progress {
  begin(total: number): void;
  advance(file: string, count: number): void;
  end(): void;
}

const WIDTH = 24;

export function terminalProgress(output: NodeJS.WriteStream): Progress {
  let total = 0;
  let done = 0;
  let last = "";
  return {
    begin(rows) {
      total = rows;
    },
    advance(file, count) {
      done += count;
      if (output.isTTY) output.write(`\r\x1b[K${progressLine(done, total, file)}`);
      else if (file !== last) output.write(`${file} …\n`);
      last = file;
    },
    end() {
      if (output.isTTY) output.write("\r\x1b[K");
    },
  };
}

/** `[######------------------]  25 %  1,000 of 4,000 rows  applicants` */
export function progressLine(done: number, total: number, file: string): string {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const filled = Math.round(share * WIDTH);
  const bar = `[${"#".repeat(filled)}${"-".repeat(WIDTH - filled)}]`;
  const percent = `${Math.floor(share * 100)} %`.padStart(5);
  const count = (rows: number) => rows.toLocaleString("en-US");
  return `${bar} ${percent}  ${count(done)} of ${count(total)} rows  ${file}`;
}
