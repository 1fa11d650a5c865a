// The button that opens the print dialogue; without script the page says how to print instead.
const button = document.querySelector("[data-print]");
button.hidden = false;
document.querySelector("[data-no-script]").hidden = true;
button.addEventListener("click", () => window.print());
