// The reading room: asks the store (src/serve/api.c) and shows reports with what was read in them.

const forces = ["say", "claim", "deny", "accuse", "condemn", "criticize", "praise", "thank", "congratulate", "condole", "demand", "request",
  "propose", "promise", "threaten", "warn", "hope", "wish", "regret", "apologize", "recognize", "reject", "agree", "question", "predict",
  "compare", "inform"];

const form = document.querySelector("#search");
const hits = document.querySelector("#hits");
const page = document.querySelector("#report");
const wide = matchMedia("(min-width: 50rem)"); // where list and report stand side by side, the first report opens by itself

/** An element with its class, its text or children. */
function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

async function ask(path) {
  const response = await fetch(path);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

// ---- the report ----

/** Spans of a record count bytes of UTF-8; this cuts them out of the text. */
class Bytes {
  constructor(text) {
    this.bytes = new TextEncoder().encode(text);
    this.decoder = new TextDecoder();
  }

  cut([begin, end]) {
    return this.decoder.decode(this.bytes.subarray(begin, end));
  }
}

/** What is marked in the text: [span, class, id]. */
function marksOf(record) {
  const marks = [];
  for (const said of record.statements) marks.push([said.content, "said", said.id], [said.cue, "cue", ""]);
  for (const entity of record.entities)
    for (const span of entity.mentions) marks.push([span, ["person", "place"].includes(entity.type) ? entity.type : "organization", entity.id]);
  for (const time of record.times) marks.push([time.span, "time", time.id]);
  for (const event of record.events) marks.push([event.trigger, "event", event.id]);
  return marks;
}

/** The text in pieces, each with the classes of all marks over it. */
function markedText(bytes, record) {
  const marks = marksOf(record);
  const edges = [...new Set([0, bytes.bytes.length, ...marks.flatMap(([span]) => span)])].sort((a, b) => a - b);
  const text = element("div", "text");
  for (let i = 0; i + 1 < edges.length; i++) {
    const over = marks.filter(([span]) => span[0] <= edges[i] && edges[i + 1] <= span[1]);
    const piece = element("span", over.map(([, kind]) => kind).join(" "), bytes.cut([edges[i], edges[i + 1]]));
    piece.dataset.ids = over.map(([, , id]) => id).join(" ");
    text.append(piece);
  }
  return text;
}

/** Shows where in the text an item stands. */
function choose(id) {
  const pieces = [...page.querySelectorAll(".text span")];
  for (const piece of pieces) piece.classList.toggle("chosen", piece.dataset.ids.split(" ").includes(id));
  page.querySelector(".chosen")?.scrollIntoView({block: "center", behavior: "smooth"});
}

function list(title, items) {
  if (!items.length) return [];
  return [element("h2", "", title), element("ul", "", ...items)];
}

function item(id, ...children) {
  const button = element("button", "", ...children);
  button.type = "button";
  button.addEventListener("click", () => choose(id));
  return element("li", "", button);
}

function describeOffice(office, name) {
  const parts = [office.status && office.status !== "current" ? office.status : "", office.title];
  if (office.of) parts.push("of", name(office.of));
  if (office.to) parts.push("to", name(office.to));
  return parts.filter(Boolean).join(" ");
}

function describeEvent(event, record, name) {
  const time = record.times.find((t) => t.id === event.time);
  const circumstances = [event.reality, event.voice !== "outlet" ? `told in ${event.voice}` : "", time?.value, event.place && name(event.place)];
  const roles = Object.entries(event.roles ?? {}).filter(([, who]) => who.length).map(([role, who]) => `${role}: ${who.map(name).join(", ")}`);
  return [circumstances.filter(Boolean).join(", "), ...roles].join(" · ");
}

async function showReport(id, chosen) {
  const {record, text} = await ask(`/api/reports/${encodeURIComponent(id)}`);
  const bytes = new Bytes(text);
  const names = new Map(record.entities.map((entity) => [entity.id, entity.name]));
  const name = (key) => names.get(key) ?? key;
  const about = record.report;
  const people = record.entities.filter((entity) => entity.type === "person").map((entity) =>
    item(entity.id, element("strong", "", entity.name), " ", (entity.offices ?? []).map((office) => describeOffice(office, name)).join("; ")));
  const statements = record.statements.map((said) =>
    item(said.id, element("strong", "", (said.speakers ?? []).map(name).join(", ") || "somebody"), element("span", "tag", said.force), bytes.cut(said.content)));
  const events = record.events.map((event) =>
    item(event.id, element("strong", "", event.kind ?? bytes.cut(event.trigger)), element("span", "tag", [event.type, event.mode].filter(Boolean).join(" ")),
      element("span", "faint", describeEvent(event, record, name))));
  page.replaceChildren(
    element("p", "faint", [about.published, about.source, about.name].filter(Boolean).join(" · ")),
    ...(about.title && !text.trimStart().startsWith(about.title) ? [element("h2", "", about.title)] : []), // a title the text has stands there
    markedText(bytes, record),
    ...list("People", people), ...list("Who said what", statements), ...list("What happened", events));
  page.hidden = false;
  page.scrollTop = 0;
  if (chosen) choose(chosen);
}

// ---- the search ----

function showHit(hit) {
  const button = element("button", "hit",
    element("span", "faint", [hit.published, hit.source ?? hit.name].filter(Boolean).join(" · ")), element("br"),
    ...(hit.who ? [element("strong", "", hit.who), " "] : []),
    ...(hit.label ? [element("span", "tag", hit.label)] : []),
    hit.title && hit.kind === "report" && !hit.excerpt?.startsWith(hit.title) ? `${hit.title}: ` : "", hit.excerpt ?? "");
  button.type = "button";
  button.addEventListener("click", () => {
    for (const other of hits.querySelectorAll(".hit")) other.removeAttribute("aria-current");
    button.setAttribute("aria-current", "true");
    location.hash = new URLSearchParams({report: hit.report, item: hit.item ?? ""}).toString();
  });
  return button;
}

async function search() {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  try {
    const found = await ask(`/api/find?${query}`);
    hits.replaceChildren(...found.hits.map(showHit));
    if (!found.hits.length) hits.append(element("p", "hit faint", "Nothing found."));
    if (found.hits.length && !location.hash && wide.matches) hits.firstElementChild.click();
    if (found.more) hits.append(element("p", "hit faint", "There is more: narrow the search."));
  } catch (error) {
    hits.replaceChildren(element("p", "hit", error.message));
  }
}

function followHash() {
  const where = new URLSearchParams(location.hash.slice(1));
  if (!where.get("report")) return;
  showReport(where.get("report"), where.get("item")).catch((error) => {
    page.replaceChildren(error.message);
    page.hidden = false;
  });
}

async function begin() {
  form.said.append(...forces.map((force) => element("option", "", force)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  form.addEventListener("change", search);
  addEventListener("hashchange", followHash);
  const counts = await ask("/api/counts");
  document.querySelector("#counts").textContent = Object.entries(counts).map(([what, count]) => `${count} ${what}`).join(" · ");
  await search();
  followHash();
}

begin();
