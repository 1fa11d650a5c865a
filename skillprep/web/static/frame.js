// What every page does once it is there: the appearance switch, and times in the reader's own zone.

const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");
const YEAR_SECONDS = 31536000;

function chosen() {
  return /(?:^|; )theme=(light|dark)/.exec(document.cookie)?.[1] ?? "";
}

function show() {
  const theme = chosen();
  root.dataset.bsTheme = theme || (system.matches ? "dark" : "light");
  for (const button of document.querySelectorAll(".appearance button")) {
    button.setAttribute("aria-pressed", String(button.value === theme));
  }
}

function choose(theme) {
  const age = theme ? YEAR_SECONDS : 0;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `theme=${theme}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`;
  show();
}

function localTimes() {
  const form = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });
  for (const time of document.querySelectorAll("time[data-local]")) {
    time.textContent = form.format(new Date(time.dateTime));
  }
}

system.addEventListener("change", show);
for (const button of document.querySelectorAll(".appearance button")) {
  button.addEventListener("click", (event) => { event.preventDefault(); choose(button.value); });
}
const flip = document.querySelector("[data-theme-flip]");
flip.hidden = false;
flip.addEventListener("click", () => choose(root.dataset.bsTheme === "dark" ? "light" : "dark"));
addEventListener("pageshow", show);
show();
localTimes();
