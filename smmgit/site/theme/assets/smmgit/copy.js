// Copy buttons. They appear only where this script runs; it asks no host for anything.
(() => {
  const status = document.querySelector("[data-copy-status]");

  async function copied(source) {
    const text = source.textContent;
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // No clipboard here (plain http, or refused): select the text, and try the old way.
      const range = document.createRange();
      range.selectNodeContents(source);
      const selection = window.getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      return document.execCommand("copy");
    }
  }

  for (const button of document.querySelectorAll("button[data-copy]")) {
    const word = button.textContent;
    let timer = 0;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const done = await copied(document.getElementById(button.dataset.copy));
      const said = done ? button.dataset.done : button.dataset.failed;
      button.textContent = said;
      if (status) status.textContent = said;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => { button.textContent = word; }, 2500);
    });
  }
})();
