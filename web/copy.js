// Buttons with data-copy="ID" copy the text of the element with that id; without scripts they stay hidden. What
// they say then stands in data-copied, or in data-by-hand where the browser does not let them.
"use strict";
(() => {
  const select = (element) => {
    const selection = getSelection();
    selection.removeAllRanges();
    const range = document.createRange();
    range.selectNodeContents(element);
    selection.addRange(range);
  };

  // The clipboard interface exists only on https and localhost; elsewhere the selected text is copied.
  const copy = async (element) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(element.textContent.trim());
    select(element);
    if (!document.execCommand("copy")) throw new Error("not copied");
  };

  for (const button of document.querySelectorAll("button[data-copy]")) {
    const source = document.getElementById(button.dataset.copy);
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    button.after(" ", status);
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await copy(source);
        status.textContent = button.dataset.copied;
      } catch {
        select(source);
        status.textContent = button.dataset.byHand;
      }
    });
  }
})();
