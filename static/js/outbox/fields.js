// What a form says: the fields that are sent, and what was typed or chosen, in words.

export function sent(form, submitter) {
  return [...new FormData(form, submitter)].filter(([, value]) => typeof value === "string");
}

// [[label, value], …], to be shown where it can't be sent.
export function typed(form) {
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

export const label = wordsOf;
