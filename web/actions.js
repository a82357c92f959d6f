// What a page lets people do with it: copy, print, go from hit to hit, vote. Buttons with data-copy="ID" copy the text of the element with that id; without scripts they stay hidden. What
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

  for (const button of document.querySelectorAll("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  // Two buttons instead of a link a place.
  const step = (nav, by) => {
    const places = nav.querySelectorAll("a").length;
    const next = ((Number(nav.dataset.at ?? 0) + by - 1 + places) % places) + 1;
    nav.dataset.at = String(next);
    nav.querySelector("output").textContent = `${next}/${places}`;
    const mark = document.getElementById(`tim-${next}`);
    document.querySelectorAll("mark.here").forEach((other) => other.classList.remove("here"));
    mark.classList.add("here");
    mark.scrollIntoView({ block: "center" });
  };

  for (const nav of document.querySelectorAll("nav.places")) {
    const button = (label, by) => {
      const made = document.createElement("button");
      made.type = "button";
      made.className = "plain";
      made.textContent = label;
      made.addEventListener("click", () => step(nav, by));
      return made;
    };
    nav.querySelector("ol").hidden = true;
    nav.append(button(nav.dataset.previous, -1), document.createElement("output"), button(nav.dataset.next, 1));
  }

  // A vote is sent without leaving the page.
  for (const form of document.querySelectorAll("form.vote")) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const fields = new URLSearchParams(new FormData(form));
      fields.set(event.submitter.name, event.submitter.value);
      const reply = await fetch(form.action, { method: "POST", body: fields });
      const said = document.createElement("p");
      said.setAttribute("role", "status");
      form.replaceWith(said);
      said.textContent = reply.ok ? form.dataset.thanks : reply.statusText;
    });
  }
})();
