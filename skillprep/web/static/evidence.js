// Hovering, focusing or tapping a point lights up its sentences, and the other way round. Links work without this.

const area = document.querySelector("[data-evidence]");
let pinned = null;

const keysOf = (element) => (element.dataset.key ?? element.dataset.keys ?? "").split(" ").filter(Boolean);

function light(keys) {
  for (const element of area.querySelectorAll("[data-key], [data-keys]")) {
    element.classList.toggle("is-lit", keysOf(element).some((key) => keys.includes(key)));
  }
}

function keysAt(target) {
  // The badge or stretch under the pointer says more than the sentence around it.
  const close = target.closest("[data-key], mark[data-keys], li[data-keys]");
  if (!close || !area.contains(close)) return [];
  // A part lights its sentences; a sentence does not light all others of its part.
  return close.matches("li[data-keys]") ? keysOf(close).filter((key) => !key.startsWith("part-")) : keysOf(close);
}

area.addEventListener("pointerover", (event) => { if (event.pointerType === "mouse" && !pinned) light(keysAt(event.target)); });
area.addEventListener("pointerleave", () => { if (!pinned) light([]); });
area.addEventListener("focusin", (event) => light(keysAt(event.target)));
area.addEventListener("focusout", () => light(pinned ?? []));
area.addEventListener("click", (event) => {
  const keys = keysAt(event.target);
  const same = pinned && keys.join() === pinned.join();
  pinned = keys.length && !same ? keys : null;
  light(pinned ?? []);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { pinned = null; light([]); }
});
// A link that jumps to a point inside a closed fold opens it first.
function openTarget() {
  const target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
  const fold = target?.closest("details:not([open])");
  if (fold) { fold.open = true; target.scrollIntoView(); }
}
addEventListener("hashchange", openTarget);
openTarget();
