// Completions in the search box while typing: a combobox with a list below it, as the ARIA Authoring Practices
// describe it. No datalist: browsers show only those of its options that hold the typed letters as they are, so
// nothing for "so dinh danh". Without scripts the box is an ordinary search field.
"use strict";
(() => {
  const PAUSE_MS = 150;
  const MOST_CHARACTERS = 80;
  const input = document.getElementById("q");
  const list = document.getElementById("goi-y");
  const status = document.getElementById("so-goi-y");
  if (!input || !list) return;
  let timer = 0;
  let asked = input.value.trim();
  let active = -1; // place of the chosen option; none while the person types

  const options = () => [...list.children];

  const close = () => {
    list.hidden = true;
    status.textContent = "";
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const activate = (place) => {
    active = place;
    options().forEach((option, i) => option.setAttribute("aria-selected", String(i === place)));
    input.setAttribute("aria-activedescendant", options()[place].id);
    options()[place].scrollIntoView({ block: "nearest" });
  };

  const take = (option) => {
    input.value = option.textContent;
    close();
    input.form.requestSubmit();
  };

  const show = (suggestions) => {
    close();
    list.replaceChildren(...suggestions.map(({ text }, i) => {
      const option = document.createElement("li");
      option.id = `goi-y-${i}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.textContent = text;
      option.addEventListener("click", () => take(option));
      return option;
    }));
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (!list.hidden) status.textContent = status.dataset.count.replace("{n}", String(suggestions.length));
  };

  const ask = async () => {
    const typed = input.value.trim();
    if (typed === asked) return;
    asked = typed;
    if (typed === "" || typed.length > MOST_CHARACTERS) return close();
    try {
      const reply = await fetch("/api/v1/suggest?q=" + encodeURIComponent(typed));
      if (reply.ok && input.value.trim() === typed && document.activeElement === input) {
        show((await reply.json()).suggestions);
      }
    } catch {
      // the box works without suggestions
    }
  };

  const onKey = (event) => {
    if (list.hidden || event.isComposing) return;
    const count = options().length;
    if (event.key === "ArrowDown") activate((active + 1) % count);
    else if (event.key === "ArrowUp") activate((active <= 0 ? count : active) - 1);
    else if (event.key === "Enter" && active >= 0) take(options()[active]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  };

  input.type = "text"; // a search field may not be a combobox
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("enterkeyhint", "search");
  input.addEventListener("keydown", onKey);
  input.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  });
  close();
})();
