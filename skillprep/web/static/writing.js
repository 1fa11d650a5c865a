// Counts words, estimates how long they take to say, lets the field grow, and shows hints one after the other.

const form = document.querySelector("form[data-draft]");
const field = form.elements.text;
const counts = form.querySelector("[data-counts]");
const hints = [...document.querySelectorAll("[data-hint]")];
const WORDS_A_MINUTE = 135;

function spoken(words) {
  const seconds = Math.round((words / WORDS_A_MINUTE) * 6) * 10;
  const minutes = Math.floor(seconds / 60);
  if (!minutes) return `about ${Math.max(seconds, 10)} s spoken`;
  return seconds % 60 ? `about ${minutes} min ${seconds % 60} s spoken` : `about ${minutes} min spoken`;
}

function count() {
  const words = field.value.trim() ? field.value.trim().split(/\s+/).length : 0;
  counts.textContent = words ? `${words} ${words === 1 ? "word" : "words"} · ${spoken(words)}` : "No words yet";
}

// Browsers without field-sizing grow by hand.
function grow() {
  if (CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}

function uncover() {
  hints.forEach((hint, place) => { hint.hidden = place > 0 && !hints[place - 1].open && !hint.open; });
}

field.addEventListener("input", () => { count(); grow(); });
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit(form.querySelector("[data-submit]"));
  }
});
hints.forEach((hint) => hint.addEventListener("toggle", uncover));
form.addEventListener("submit", (event) => {
  // A second click must not send the answer twice; the server would notice, but the page should not look stuck.
  const button = event.submitter;
  if (!button?.matches("[data-submit]")) return;
  button.textContent = "Reading your answer …";
  setTimeout(() => { button.disabled = true; });
});
count();
grow();
uncover();
