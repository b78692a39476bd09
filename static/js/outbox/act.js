// What a press in a form is: an act, with the fields that are sent, and what was typed in words.

import { called } from "./renew.js";
import { dayOf, keyIn } from "./show.js";

export const newKey = () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;

export function actOf(form, submitter) {
  const fields = [...new FormData(form, submitter)].filter(([, value]) => typeof value === "string");
  const { key = newKey(), round, day, exercise } = Object.fromEntries(fields);
  const { pathname, search, hash } = new URL(form.action);
  const { swaps, label: name, made } = form.dataset;
  const row = form.closest("[data-exercise]") ?? called(hash.slice(1));
  const about = {
    does: swaps ?? "",
    of: keyIn(form.action), // what is taken back or put back
    exercise: exercise ?? row?.dataset.exercise ?? "",
    round: round ?? row?.dataset.round ?? "",
    day: day ?? dayOf(form),
  };
  return {
    key,
    to: pathname + search,
    fields,
    label: name ?? wordsOf(submitter),
    typed: typed(form),
    about,
    made: Number(made ?? Date.now()), // where it was done before it was pressed
    shown: swaps !== undefined, // in this page
  };
}

// [[label, value], …], to be shown where it can't be sent.
function typed(form) {
  return [...form.elements].filter(isTyped).map((field) => [labelOf(field), valueOf(field)]);
}

function isTyped({ type, name, value, checked }) {
  if (["hidden", "submit", "button"].includes(type) || !name || !value) return false;
  return checked || !["radio", "checkbox"].includes(type);
}

const wordsOf = (element) => element?.textContent.trim().replace(/\s+/g, " ") ?? "";

function labelOf(field) {
  const group = field.type === "radio" && field.closest("fieldset")?.querySelector("legend");
  return wordsOf(group || field.labels?.[0]);
}

function valueOf(field) {
  if (field.type === "radio") return wordsOf(field.labels?.[0]) || field.value;
  return field.selectedOptions ? wordsOf(field.selectedOptions[0]) : field.value;
}
