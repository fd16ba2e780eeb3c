// What stops a command or the server from starting, worded for the person who started it: printed as it is, without a stack.
export class BootProblem extends Error {
  override name = "BootProblem";
}
