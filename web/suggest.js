// Completions in the search box while typing, through its datalist.
"use strict";
(() => {
  const PAUSE_MS = 150;
  const LEAST_CHARACTERS = 2;
  const MOST_CHARACTERS = 80;
  const input = document.getElementById("q");
  const list = document.getElementById("goi-y");
  if (!input || !list) return;
  let timer = 0;
  let last = input.value;

  const show = (suggestions) => {
    list.replaceChildren(...suggestions.map(({ text }) => {
      const option = document.createElement("option");
      option.value = text;
      return option;
    }));
  };

  const ask = async () => {
    const typed = input.value.trim();
    if (typed === last || typed.length < LEAST_CHARACTERS || typed.length > MOST_CHARACTERS) return;
    last = typed;
    try {
      const reply = await fetch("/api/v1/suggest?q=" + encodeURIComponent(typed));
      if (reply.ok && input.value.trim() === typed) show((await reply.json()).suggestions);
    } catch {
      // the box works without suggestions
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  });
})();
