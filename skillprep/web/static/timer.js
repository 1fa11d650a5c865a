// A clock that runs only when it is wanted. It never ends anything; it can be paused and hidden again.

const box = document.querySelector("[data-timer]");
const shown = box.querySelector("[data-timer-shown]");
const value = box.querySelector("[data-timer-value]");
const pause = box.querySelector("[data-timer-pause]");
const toggle = box.querySelector("[data-timer-switch]");
const YEAR_SECONDS = 31536000;

let seconds = 0;
let running = 0;

function draw() {
  value.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function run(on) {
  clearInterval(running);
  running = on ? setInterval(() => { seconds += 1; draw(); }, 1000) : 0;
  pause.textContent = on ? "Pause" : "Go on";
}

function show(on) {
  shown.hidden = pause.hidden = !on;
  if (on) toggle.textContent = "Hide";
  else toggle.replaceChildren(shown.querySelector("svg").cloneNode(true), "Show a clock");
  run(on);
  document.cookie = `clock=${on ? "on" : ""}; Path=/; Max-Age=${on ? YEAR_SECONDS : 0}; SameSite=Lax`;
}

pause.addEventListener("click", () => run(!running));
toggle.addEventListener("click", () => show(shown.hidden));
box.hidden = false;
draw();
if (/(?:^|; )clock=on/.test(document.cookie)) show(true);
