// Asks now and then whether the score has come, less often the longer it takes.

const box = document.querySelector("[data-waiting]");
const words = box.querySelector("[data-waiting-words]");
const LONGEST_MS = 15000;

async function look(pause) {
  try {
    const response = await fetch(box.dataset.status, { headers: { Accept: "application/json" } });
    if (response.ok && (await response.json()).state === "scored") {
      words.textContent = "The score is there.";
      location.reload();
      return;
    }
  } catch {
    // No connection for a moment: the next look may have one.
  }
  setTimeout(look, pause, Math.min(pause * 1.4, LONGEST_MS));
}

setTimeout(look, 1200, 2000);
