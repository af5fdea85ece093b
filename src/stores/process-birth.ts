import { readFile } from "node:fs/promises";

/**
 * When a process of this machine was started, as a text that no other process with this pid shares;
 * undefined where there is no /proc to tell.
 * Source: proc_pid_stat(5): field 3 is the state, field 22 the start in clock ticks after boot.
 */
export async function processBirth(pid: number): Promise<string | undefined> {
  try {
    const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8");
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    // The command's name, between parentheses, may itself hold spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, start] = [fields[0], fields[19]];
    // Killed, and only waiting for its parent to notice.
    if (state === "Z" || state === "X") return "ended";
    return start === undefined ? undefined : `${boot.trim()}/${start}`;
  } catch {
    return undefined;
  }
}
