// <show-password>: the button in it shows what is typed into the password field beside it.

class ShowPassword extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input");
    this.button = this.querySelector("button");
    this.button.hidden = false;
    this.input.form.dataset.unkept = "";  // a shown password is one all the same
    this.button.addEventListener("click", () => this.show(this.input.type === "password"));
    // Sent as a password, so that the browser offers to keep it, and left as one.
    this.input.form.addEventListener("submit", () => this.show(false));
    addEventListener("pagehide", () => this.show(false));
  }

  show(isShown) {
    this.input.type = isShown ? "text" : "password";
    this.button.setAttribute("aria-pressed", String(isShown));
  }
}

customElements.define("show-password", ShowPassword);
