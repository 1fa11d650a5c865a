// Dictation with the browser's own speech recognition, where there is one. The page says where the sound goes first.

const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
const button = document.querySelector("[data-dictate]");
const note = document.querySelector("[data-dictation-note]");
const start = document.querySelector("[data-dictation-start]");
const field = document.querySelector("form[data-draft]").elements.text;

function add(words) {
  const gap = field.value && !/\s$/.test(field.value) ? " " : "";
  field.value += gap + words.trim();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function prepare() {
  const recognition = new Recognition();
  recognition.lang = "en-GB";
  recognition.continuous = true;
  let listening = false;
  const show = (on) => {
    listening = on;
    start.textContent = on ? "Stop dictation" : "Start dictation";
    button.querySelector("span").textContent = on ? "Listening …" : "Dictate";
  };
  recognition.addEventListener("result", (event) => {
    for (let place = event.resultIndex; place < event.results.length; place += 1) {
      if (event.results[place].isFinal) add(event.results[place][0].transcript);
    }
  });
  recognition.addEventListener("end", () => show(false));
  recognition.addEventListener("error", (event) => {
    show(false);
    start.textContent = event.error === "not-allowed" ? "The microphone is not allowed. Try again" : "That did not work. Try again";
  });
  start.addEventListener("click", () => {
    if (listening) { recognition.stop(); return; }
    recognition.start();
    show(true);
  });
}

if (Recognition) {
  prepare();
  button.hidden = false;
  button.addEventListener("click", () => {
    note.hidden = !note.hidden;
    button.setAttribute("aria-expanded", String(!note.hidden));
  });
}
