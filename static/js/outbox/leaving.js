// Whoever signs out, or deletes the account, while something waits to be sent is asked first.

// acts: {count(), send(), remove()} of this person's that wait.
export function ask(acts) {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-forgets]") || !acts.count()) return;
    event.preventDefault();
    open(form, event.submitter, acts);
  });
}

async function open(form, submitter, acts) {
  const template = document.getElementById("leaving");
  const dialog = template.content.firstElementChild.cloneNode(true);
  const heading = dialog.querySelector("h2");
  heading.textContent = heading.dataset.words.replace("{n}", acts.count());
  document.body.append(dialog);
  dialog.addEventListener("close", async () => {
    dialog.remove();
    if (dialog.returnValue === "send") await acts.send();
    if (dialog.returnValue === "delete") await acts.remove();
    if (dialog.returnValue === "delete" || (dialog.returnValue === "send" && !acts.count()))
      form.requestSubmit(submitter);
    else submitter?.focus();
  });
  dialog.showModal();
}
