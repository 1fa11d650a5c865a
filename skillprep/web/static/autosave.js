// Saves the draft on the server while it is written, says so, and never lets two windows overwrite each other silently.

const form = document.querySelector("form[data-draft]");
const field = form.elements.text;
const line = form.querySelector("[data-save-state]");
const conflict = form.querySelector("[data-conflict]");
const PAUSE_MS = 1500;
const LONGEST_MS = 4000;
const RETRY_MS = 8000;

let revision = Number(form.elements.revision.value);
let token = form.elements.csrf_token.value;
let saved = field.value;
let timer = 0;
let due = 0;
let busy = false;
let stopped = false;
let leaving = false;

const unsaved = () => field.value !== saved;
const clock = (at) => at.toLocaleTimeString("en-GB");

function say(text, state = "", action = null) {
  line.dataset.state = state;
  line.replaceChildren(text);
  if (!action) return;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = action.label;
  button.addEventListener("click", action.run);
  line.append(" ", button);
}

// A pause in typing saves; so does typing without a pause, every four seconds.
function typed() {
  if (stopped || !unsaved()) return;
  const now = Date.now();
  due ||= now + LONGEST_MS;
  clearTimeout(timer);
  timer = setTimeout(save, Math.max(0, Math.min(PAUSE_MS, due - now)));
  if (line.dataset.state !== "failed") say("Not saved yet");
}

async function save({ keepalive = false } = {}) {
  clearTimeout(timer);
  if (stopped || !unsaved()) return;
  if (busy) { timer = setTimeout(save, 300); return; }
  busy = true;
  due = 0;
  const text = field.value;
  if (line.dataset.state !== "failed") say("Saving …");
  try {
    const response = await fetch(form.dataset.draft, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token },
      body: JSON.stringify({ text, revision }),
      keepalive: keepalive && text.length < 20000,
    });
    const body = await response.json().catch(() => ({}));
    if (response.ok) done(text, body);
    else await refused(response.status, body.error);
  } catch {
    retryLater("Not saved: no connection.");
  } finally {
    busy = false;
  }
  if (unsaved() && !stopped && line.dataset.state !== "failed") typed();
}

function done(text, body) {
  saved = text;
  revision = body.revision;
  form.elements.revision.value = revision;
  say(`Saved ${clock(new Date())}`);
}

async function refused(status, message) {
  if (status === 409) await openConflict(message);
  else if (status === 400 || status === 401) await signedOut();
  else if (status === 422 || status === 413) say(`Not saved: ${message ?? "the text is too long."}`, "failed");
  else retryLater("Not saved: the server does not answer.");
}

function retryLater(words) {
  say(words, "failed", { label: "Retry", run: again });
  clearTimeout(timer);
  timer = setTimeout(again, RETRY_MS);
}

function again() {
  line.dataset.state = "";
  save();
}

async function state() {
  const response = await fetch(form.dataset.status, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(String(response.status));
  const found = await response.json();
  token = found.csrf_token;
  form.elements.csrf_token.value = token;
  return found;
}

// The form's token is bound to the session. After signing in elsewhere a fresh one is enough to go on.
async function signedOut() {
  try {
    await state();
    say("Not saved.", "failed", { label: "Retry", run: again });
    again();
  } catch {
    say("Not saved: you are signed out. Your text is still here.", "failed", {
      label: "Sign in in a new tab",
      run: () => open(form.dataset.login, "_blank"),
    });
    line.append(" ");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "then Retry";
    button.addEventListener("click", again);
    line.append(button);
  }
}

async function openConflict(message) {
  stopped = true;
  const found = await state().catch(() => null);
  say("Not saved.", "failed");
  if (found?.state !== "open") {
    conflict.querySelector("[data-conflict-text]").textContent = `${message} Your text is still here; copy it if you need it.`;
    conflict.querySelector(".actions").hidden = true;
    conflict.hidden = false;
    return;
  }
  conflict.querySelector("[data-conflict-text]").textContent =
    "This answer was changed in another window. Which version should stay?";
  conflict.hidden = false;
  conflict.querySelector("[data-keep-mine]").onclick = () => resolve(found.revision);
  conflict.querySelector("[data-take-theirs]").onclick = () => { take(found.draft); resolve(found.revision); };
}

function take(text) {
  field.value = text;
  saved = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function resolve(newest) {
  revision = newest;
  stopped = false;
  conflict.hidden = true;
  if (unsaved()) again();
  else say(`Saved ${clock(new Date())}`);
  field.focus();
}

field.addEventListener("input", typed);
addEventListener("online", () => unsaved() && again());
document.addEventListener("visibilitychange", () => document.hidden && save({ keepalive: true }));
form.addEventListener("submit", () => { leaving = true; stopped = true; clearTimeout(timer); });
addEventListener("beforeunload", (event) => {
  if (unsaved() && !leaving) { save({ keepalive: true }); event.preventDefault(); }
});
// Back from the next page: the browser may show this form from memory, so ask what became of the question.
addEventListener("pageshow", (event) => event.persisted && location.reload());
if (line.querySelector("time")) say(`Saved ${clock(new Date(line.querySelector("time").dateTime))}`);
