// Buttons marked data-print open the browser's print dialogue; without script there are none.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
