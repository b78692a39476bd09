// The fields of a form in which something is typed or chosen: what they show, and what they were drawn with.

const FIELDS = "input:not([type=hidden], [type=submit]), select, textarea";

/** The form's fields by name: of radio buttons and boxes all of that name. */
export function fieldsOf(form) {
  const fields = new Map();
  for (const field of form.elements) {
    if (!field.name || !field.matches(FIELDS)) continue;
    fields.set(field.name, [...(fields.get(field.name) ?? []), field]);
  }
  return fields;
}

const isBox = ({ type }) => type === "checkbox" || type === "radio";

export function shown(fields) {
  return fields.flatMap((field) => {
    if (isBox(field)) return field.checked ? [field.value] : [];
    return field.options ? valuesOf(field.selectedOptions) : [field.value];
  });
}

export function drawn(fields) {
  return fields.flatMap((field) => {
    if (isBox(field)) return field.defaultChecked ? [field.value] : [];
    if (!field.options) return [field.defaultValue];
    const chosen = [...field.options].filter((option) => option.defaultSelected);
    return valuesOf(chosen.length ? chosen : [...field.options].slice(0, 1));
  });
}

const valuesOf = (options) => [...options].map(({ value }) => value);

/** Shows these values, also where the fields are folded away. */
export function fill(fields, values) {
  fields.forEach((field, at) => {
    if (isBox(field)) field.checked = values.includes(field.value);
    else field.value = values[at] ?? "";
    field.closest("details")?.setAttribute("open", "");
  });
}

/** What the form's hidden fields of that name send; undefined where there is none. */
export function hidden(form, name) {
  return hiddenIn(form, name)[0]?.value;
}

export function setHidden(form, name, value) {
  if (value !== undefined) for (const field of hiddenIn(form, name)) field.value = value;
}

function hiddenIn(form, name) {
  return [...form.elements].filter((field) => field.type === "hidden" && field.name === name);
}
