// Loaded into a `simulate` before anything else: ends it as kill -9 does, at one of the messages it sends.
// What it prints is on the pipe when `write` returns, so nothing lies between a message and the kill.
const { room, saying, place, when } = JSON.parse(process.env["PASSERELLE_KILL_AT"]);
const print = process.stdout.write.bind(process.stdout);
let messages = 0;

process.stdout.write = (line, ...more) => {
  const isCounted = line.startsWith(`{"to":"${room}`) && line.includes(saying);
  if (isCounted) messages += 1;
  if (!isCounted || messages !== place) return print(line, ...more);
  if (when === "before") end();
  print(line, ...more);
  if (when === "after") end();
  // Wherever it is by then.
  setTimeout(end, when.ms);
  return true;
};

function end() {
  process.kill(process.pid, "SIGKILL");
  // The signal comes at once, yet not before this line on every machine.
  for (;;);
}
