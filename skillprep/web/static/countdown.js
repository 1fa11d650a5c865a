// Time left in a timed sitting. Seconds are for the eye alone; words are spoken twice, at five minutes and at one.

const box = document.querySelector("[data-countdown]");
if (box) {
  const form = document.querySelector("form[data-draft]");
  const shown = box.querySelector("[data-countdown-shown]");
  const value = box.querySelector("[data-countdown-value]");
  const spoken = box.querySelector("[data-countdown-spoken]");
  const toggle = box.querySelector("[data-countdown-switch]");
  const end = Date.now() + Number(box.dataset.countdown) * 1000;
  const warnings = new Map([[300, "Five minutes left."], [60, "One minute left."]]);
  let over = false;

  const left = () => Math.max(0, Math.ceil((end - Date.now()) / 1000));
  for (const at of warnings.keys()) if (left() < at) warnings.delete(at);

  // What is written is handed in; an empty answer ends the sitting and leaves the question open.
  function finish() {
    if (over) return;
    over = true;
    spoken.textContent = "Time is up. What you wrote is handed in.";
    const name = form.elements.text.value.trim() ? "[data-submit]" : "[data-time-up]";
    form.requestSubmit(document.querySelector(name));
  }

  function draw() {
    const seconds = left();
    value.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} left`;
    for (const [at, words] of warnings) if (seconds <= at) { spoken.textContent = words; warnings.delete(at); }
    if (seconds === 0) finish();
  }

  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    shown.hidden = !shown.hidden;
    toggle.textContent = shown.hidden ? "Show time left" : "Hide";
  });
  draw();
  setInterval(draw, 1000);
}
