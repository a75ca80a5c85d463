// A line with a list of what could be typed (ARIA combobox pattern): the one to ask in, and people at the desk. And what follows when an answer comes in.
// Without this script the same forms work as ordinary forms.
(() => {
  "use strict";

  const input = document.querySelector("input[data-suggest]");
  const list = input?.parentElement.querySelector("[role=listbox]");
  if (!input || !list) return;

  const form = input.form;

  const announce = document.getElementById("announce");
  const trouble = document.getElementById("trouble");
  const story = form.querySelector("input[name=story]");
  const longest = input.maxLength > 0 ? input.maxLength : 200;
  const pause = 90;
  let active = -1;
  let timer = 0;
  let asking = null;

  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  const options = () => Array.from(list.querySelectorAll("[role=option]"));

  const close = () => {
    window.clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const mark = (next) => {
    const all = options();
    all.forEach((option, at) => option.setAttribute("aria-selected", String(at === next)));
    active = next;
    if (next < 0) {
      input.removeAttribute("aria-activedescendant");
    } else {
      input.setAttribute("aria-activedescendant", all[next].id);
      all[next].scrollIntoView({ block: "nearest" });
    }
  };

  const suggest = async () => {
    const typed = input.value;
    asking?.abort();
    if (typed.trim() === "" || typed.length > longest) return close();

    asking = new AbortController();
    const query = new URLSearchParams({ typed });
    if (story) query.set("story", story.value);
    try {
      const answer = await fetch(`${input.dataset.suggest}?${query}`, { signal: asking.signal, headers: { Accept: "text/html" } });
      if (!answer.ok) return close();
      const options_ = await answer.text();
      if (input.value !== typed || document.activeElement !== input) return;
      const marked = options()[active]?.dataset.text;
      list.innerHTML = options_;
      const some = options().length > 0;
      list.hidden = !some;
      input.setAttribute("aria-expanded", String(some));
      list.scrollTop = 0;
      mark(options().findIndex((option) => option.dataset.text === marked));
    } catch {
      // A newer request took its place, or the service is away; typing goes on without suggestions.
    }
  };

  const take = (option) => {
    input.value = option.dataset.text;
    close();
    input.focus();
    input.setSelectionRange(input.value.length, input.value.length);
    if (/[\s:]$/.test(input.value)) suggest();
  };

  input.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(suggest, pause);
  });

  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const open = !list.hidden;
    const count = options().length;
    switch (event.key) {
      case "ArrowDown":
        event.preventDefault();
        if (open) mark(active + 1 < count ? active + 1 : -1);
        else suggest();
        break;
      case "ArrowUp":
        event.preventDefault();
        if (open) mark(active < 0 ? count - 1 : active - 1);
        break;
      case "Enter":
      case "Tab":
        if (open && active >= 0 && !event.shiftKey) {
          event.preventDefault();
          take(options()[active]);
        } else {
          close();
        }
        break;
      case "Escape":
        if (open) event.preventDefault();
        close();
        break;
    }
  });

  input.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) take(option);
  });

  document.addEventListener("htmx:before:request", () => {
    close();
    trouble.hidden = true;
  });

  document.addEventListener("htmx:after:swap", (event) => {
    const headline = document.querySelector("#transcript .exchange .headline");
    if (!headline) return;
    if (event.target === form) {
      input.value = "";
      announce.textContent = headline.textContent;
    } else {
      // The focus is what makes a screen reader read it here; said twice it would be noise.
      headline.focus({ preventScroll: true });
    }
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    window.scrollTo({ top: 0, behavior: calm ? "auto" : "smooth" });
  });

  const failed = () => {
    trouble.hidden = false;
  };
  document.addEventListener("htmx:error", failed);
  document.addEventListener("htmx:response:error", failed);
})();
