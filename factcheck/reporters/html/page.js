"use strict";
// Draws the findings from the data block. Text goes into text nodes only; there is no way here to turn it into markup.
(() => {
  const DATA = JSON.parse(document.getElementById("data").textContent);
  const CARDS = DATA.cards, SOURCES = DATA.sources, STEP = 20, COLUMNS = 24, OPTIONS = 12;
  const app = document.getElementById("app");
  const SVG = "http://www.w3.org/2000/svg";

  function fill(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (typeof value === "function") node.addEventListener(name, value);
      else if (value === true) node.setAttribute(name, "");
      else if (value !== false && value !== undefined && value !== null) node.setAttribute(name, value);
    }
    for (const child of children.flat(3)) if (child !== null && child !== undefined && child !== false && child !== "") node.append(child);
    return node;
  }
  const el = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
  const svg = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);
  const plural = (n, noun) => `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;
  const letterOf = at => String.fromCharCode(65 + at % 26);
  const letter = at => el("span", {class: `letter v${at}`}, letterOf(at));
  const verdict = name => el("span", {class: `verdict ${name}`}, el("span", {"aria-hidden": "true"}, DATA.signs[name]), " ", DATA.names[name]);
  const list = of => of || [];

  function sourceName(s) {
    const name = s.u && /^https?:\/\//.test(s.u) ? el("a", {href: s.u, rel: "noopener noreferrer", target: "_blank"}, s.n) : s.n;
    return [name, s.d ? `, ${s.d}` : ""];
  }

  // ---- decisions -------------------------------------------------------------------------------------------------
  const KEPT = `factcheck-decisions ${DATA.key}`;
  const decided = new Map();
  let who = "", isKept = true;
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) || "{}");
    who = typeof kept.who === "string" ? kept.who : "";
    for (const one of list(kept.decisions)) if (CARDS.some(c => c.i === one.fingerprint) && DATA.choices.some(c => c[0] === one.decision)) decided.set(one.fingerprint, {decision: one.decision, why: String(one.why || "")});
  } catch (error) { isKept = false; }
  function rows() {
    return [...decided].filter(([, d]) => d.decision).sort(([a], [b]) => (a < b ? -1 : 1)).map(([fingerprint, d]) => ({fingerprint, decision: d.decision, why: d.why, who}));
  }
  function keep() {
    try { localStorage.setItem(KEPT, JSON.stringify({who, decisions: rows()})); } catch (error) { isKept = false; }
    const n = rows().length;
    download.textContent = `Download decisions.json (${n})`;
    download.disabled = n === 0;
  }
  function save() {
    const lines = rows().map(row => JSON.stringify(row)).join(",\n  ");
    const link = el("a", {download: "decisions.json", href: URL.createObjectURL(new Blob([`{"schema": "factcheck-decisions/1",\n "decisions": [\n  ${lines}]}\n`], {type: "application/json"}))});
    document.body.append(link);
    link.click();
    link.remove();
    isSaved = true;
  }
  let isSaved = true;
  addEventListener("beforeunload", event => { if (!isKept && !isSaved && rows().length) event.preventDefault(); });

  function decide(card, choice) {
    const now = decided.get(card.i) || {decision: "", why: ""};
    const node = document.getElementById(`f-${card.s}`);
    const field = node && node.querySelector(".decide input"), hint = node && node.querySelector(".hint");
    if (field) now.why = field.value.trim();
    if (hint) hint.hidden = true;
    if (choice === "waived" && !now.why) {
      if (hint) { hint.hidden = false; hint.textContent = "Say why it is waived, then press Enter."; field.dataset.waits = "waived"; field.focus(); }
      return;
    }
    now.decision = choice;
    if (choice) decided.set(card.i, now); else decided.delete(card.i);
    isSaved = false;
    if (node) for (const button of node.querySelectorAll(".decide button[data-choice]")) button.setAttribute("aria-pressed", String(button.dataset.choice === choice));
    keep();
    count();
  }

  // ---- cards -----------------------------------------------------------------------------------------------------
  function drawing(c) {
    const t = c.t, told = DATA.told[t.n];
    const text = (x, y, anchor, kind, ...said) => svg("text", {class: kind, x, y, "text-anchor": anchor}, said);
    const titled = (tag, attributes, title) => svg(tag, attributes, svg("title", {}, title));
    const node = svg("svg", {viewBox: `0 0 ${DATA.width} ${t.h}`, role: "img", "aria-label": told}, svg("title", {}, told), svg("line", {class: "axis", x1: t.l, y1: t.y, x2: t.r, y2: t.y}));
    for (const [kind, a, b, d, e, ...rest] of t.s) {
      const title = kind === "p" || kind === "b" ? `${letterOf(a)} ${c.y[a].d}: ${kind === "p" ? e : d}` : "";
      if (kind === "g") node.append(svg("line", {class: "grid", x1: t.l, y1: a, x2: t.r, y2: a}), text(t.l - 8, a + 4, "end", "mark", b));
      else if (kind === "x") node.append(svg("line", {class: "axis", x1: a, y1: t.y, x2: a, y2: t.y + 4}), text(a, t.y + 16, "middle", "mark", b));
      else if (kind === "p") {
        const [top, foot, start, end] = rest;
        if (end) node.append(svg("line", {class: `v${a} time`, x1: start, y1: d, x2: end, y2: d}));
        if (foot - top > 1) node.append(svg("line", {class: `v${a} bar`, x1: b, y1: top, x2: b, y2: foot}));
        node.append(titled("circle", {class: `v${a}`, cx: b, cy: d, r: 7}, title), text(b, d + 3, "middle", "letter", letterOf(a)));
      } else if (kind === "b") {
        node.append(text(t.l - 8, b + 13, "end", "label", `${letterOf(a)} ${c.y[a].d.length > 16 ? `${c.y[a].d.slice(0, 15)}…` : c.y[a].d}`));
        for (const [x, width] of e) node.append(titled("rect", {class: `v${a} part`, x, y: b + 3, width, height: 14}, title));
        if (rest.length) node.append(titled("rect", {class: `v${a} band`, x: rest[0], y: b + 6, width: rest[1], height: 8}, title));
      } else if (kind === "h") {
        node.append(b ? svg("rect", {class: "handover", x: a, y: 14, width: b, height: t.y - 14}) : svg("line", {class: "handover", x1: a, y1: 14, x2: a, y2: t.y}),
          text(Math.min(Math.max(a + b / 2, t.l + 60), t.r - 60), 11, "middle", "mark", d));
      } else if (kind === "k") node.append(titled("rect", {class: "tick", x: a, y: t.y - 5, width: b, height: 5}, `${SOURCES[d].n}, ${SOURCES[d].d}`));
    }
    return node;
  }
  function evidence(e) {
    const s = SOURCES[e.s];
    return el("figure", {},
      el("blockquote", {lang: s.g || "en", dir: "auto"}, e.b && el("span", {class: "around"}, e.b, " "), e.q[0], el("mark", {}, e.q[1]), e.q[2], e.f && el("span", {class: "around"}, " ", e.f)),
      el("figcaption", {}, sourceName(s), e.m ? `, ${e.m}` : "", " · ", el("code", {}, s.p, e.p)));
  }
  function value(y, at) {
    const shown = new Set(list(y.e).map(e => e.s)), more = list(y.s).filter(n => !shown.has(n));
    const unnamed = (y.n || 0) - shown.size - more.length;
    return el("div", {class: `value v${at}`}, el("h4", {}, letter(at), " ", y.d), list(y.e).map(evidence),
      more.length > 0 && el("details", {}, el("summary", {}, `${plural(more.length + unnamed, "more article")}, ${plural(y.o || 0, "origin")} in all`),
        el("ul", {}, more.map(n => el("li", {}, sourceName(SOURCES[n]))), unnamed > 0 && el("li", {}, `and ${unnamed} more`))));
  }
  function why(c) {
    const cells = (label, of) => el("tr", {}, el("th", {scope: "row"}, label), list(c.y).map(y => el("td", {}, of(y))));
    return el("div", {class: "scroll"}, el("table", {class: "why"},
      el("thead", {}, el("tr", {}, el("th", {scope: "col"}), list(c.y).map((y, at) => el("th", {scope: "col"}, letter(at), " ", y.d)))),
      el("tbody", {}, DATA.why.map((label, row) => cells(label, y => (y.e && y.e[0].y ? y.e[0].y[row] : ""))), cells("dated", y => (y.e ? SOURCES[y.e[0].s].w || "" : "")),
        list(c.l).map(l => el("tr", {}, el("th", {scope: "row"}, "verdict"), el("td", {colspan: list(c.y).length}, letter(l[0]), " ", letter(l[1]), " ", verdict(l[2]), " ", el("code", {}, l[3]),
          l[5] ? ", a near miss" : "", ": ", l[4], DATA.reasons[l[3]] && [el("br"), el("span", {class: "soft"}, DATA.reasons[l[3]])], l[6] && [el("br"), l[6]]))))));
  }
  function derive(details, c) {
    if (details.children.length === 1) details.append(why(c));
  }
  function draw(c) {
    const mine = decided.get(c.i) || {decision: "", why: ""};
    const reason = el("input", {type: "text", placeholder: "why (for whoever reads the decision)", "aria-label": "why", value: mine.why, change: event => {
      const choice = event.target.dataset.waits || (decided.get(c.i) || {}).decision;
      delete event.target.dataset.waits;
      if (choice) decide(c, choice);
    }, keydown: event => { if (event.key === "Enter" || event.key === "Escape") event.target.blur(); }});
    const details = el("details", {class: "derived", toggle: () => { if (details.open) derive(details, c); }}, el("summary", {}, "Why"));
    return el("article", {class: c.v, id: `f-${c.s}`, tabindex: "-1", focusin: () => { if (shown[at] !== c) mark(shown.indexOf(c), false); }},
      el("div", {class: "head"}, el("h3", {}, `${c.a}: ${c.b}`, c.q && el("span", {class: "soft"}, ` (${c.q})`)),
        el("span", {}, verdict(c.v), " ", c.k && el("span", {class: "badge"}, c.k), " ", el("a", {class: "id", href: `#f=${c.s}`, title: "link to this finding"}, c.s))),
      el("p", {}, c.x), c.w && el("p", {class: "soft"}, `Waived: ${c.w}`),
      el("div", {class: "quotes"}, list(c.y).map(value)), c.m && el("p", {class: "soft"}, `and ${plural(c.m, "more value")}`),
      c.z && el("p", {}, el("strong", {}, c.z)), c.t && drawing(c), details,
      el("div", {class: "decide", role: "group", "aria-label": "decision"},
        DATA.choices.map(([name, label, key, meaning]) => el("button", {type: "button", "data-choice": name, "aria-pressed": String(mine.decision === name), title: meaning, click: () => decide(c, (decided.get(c.i) || {}).decision === name ? "" : name)}, label, " ", el("kbd", {}, key))),
        reason, el("span", {class: "hint", role: "alert", hidden: true})));
  }

  // ---- facets ----------------------------------------------------------------------------------------------------
  const publishers = c => [...new Set(list(c.y).flatMap(y => list(y.s)).map(n => SOURCES[n].n))];
  const FACETS = [
    ["v", "Verdict", c => [c.v], name => DATA.names[name] || name],
    ["k", "Status", c => [c.k || "not held against anything"], name => name],
    ["a", "Attribute", c => [c.a], name => name],
    ["r", "Reason", c => [c.r], name => name],
    ["p", "Source", publishers, name => name],
    ["d", "Decision", c => [(decided.get(c.i) || {}).decision || "open"], name => (DATA.choices.find(x => x[0] === name) || [0, "Open"])[1]],
  ];
  const state = Object.fromEntries(FACETS.map(([key]) => [key, new Set()]));
  state.q = "";
  const texts = new Map();
  function textOf(c) {
    if (!texts.has(c)) texts.set(c, JSON.stringify([c.i, c.a, c.b, c.q, c.x, list(c.y).map(y => [y.d, list(y.e).map(e => [e.q.join(""), SOURCES[e.s].p, SOURCES[e.s].n])])]).toLowerCase());
    return texts.get(c);
  }
  function fits(c, but) {
    if (state.q && !state.q.toLowerCase().split(/\s+/).every(word => textOf(c).includes(word))) return false;
    return FACETS.every(([key, , of]) => key === but || !state[key].size || of(c).some(name => state[key].has(name)));
  }
  const boxes = el("div", {});
  const opened = new Set();
  function count() {
    const had = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.facet : "";
    boxes.replaceChildren(...FACETS.map(([key, title, of, label]) => {
      const all = new Map();
      for (const c of CARDS) for (const name of of(c)) if (!all.has(name)) all.set(name, 0);
      for (const c of CARDS) if (fits(c, key)) for (const name of of(c)) all.set(name, all.get(name) + 1);
      if (all.size < 2 && !state[key].size && key !== "v") return null;
      for (const name of state[key]) if (!all.has(name)) all.set(name, 0);
      const order = key === "v" ? [...all] : [...all].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      const cut = opened.has(key) ? order : order.filter(([name], at) => at < OPTIONS || state[key].has(name));
      return el("fieldset", {}, el("legend", {}, title), cut.map(([name, n]) => el("label", {class: n ? "" : "none"},
        el("input", {type: "checkbox", "data-facet": `${key}=${name}`, checked: state[key].has(name), change: event => { event.target.checked ? state[key].add(name) : state[key].delete(name); refresh(); }}),
        el("span", {}, label(name)), el("span", {class: "soft"}, n.toLocaleString("en")))),
        order.length > cut.length && el("button", {type: "button", click: () => { opened.add(key); count(); }}, `all ${order.length}`));
    }).filter(Boolean));
    if (had) { const back = [...boxes.querySelectorAll("input")].find(box => box.dataset.facet === had); if (back) back.focus(); }
  }
  function write() {
    const parts = FACETS.filter(([key]) => state[key].size).map(([key]) => `${key}=${[...state[key]].map(encodeURIComponent).join(",")}`);
    if (state.q) parts.push(`q=${encodeURIComponent(state.q)}`);
    if (at >= 0 && shown[at]) parts.push(`f=${shown[at].s}`);
    const hash = parts.join("&");
    if (hash !== location.hash.slice(1)) history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  }
  function read() {
    let wanted = "";
    for (const [key] of FACETS) state[key].clear();
    state.q = "";
    for (const part of location.hash.slice(1).split("&")) {
      const [key, rest = ""] = [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)];
      try {
        if (key === "q") state.q = decodeURIComponent(rest);
        else if (key === "f") wanted = decodeURIComponent(rest);
        else if (state[key] instanceof Set) rest.split(",").filter(Boolean).forEach(name => state[key].add(decodeURIComponent(name)));
      } catch (error) { /* a hash that somebody cut short says nothing */ }
    }
    search.value = state.q;
    return wanted;
  }

  // ---- the list --------------------------------------------------------------------------------------------------
  let shown = [], drawn = 0, at = -1;
  const box = el("div", {id: "list"}), end = el("div", {});
  const told = el("output", {"aria-live": "polite"});
  function more(until) {
    const stop = Math.min(shown.length, until);
    const fragment = document.createDocumentFragment();
    for (; drawn < stop; drawn++) fragment.append(draw(shown[drawn]));
    box.append(fragment);
  }
  function refresh(wanted) {
    const current = wanted || (shown[at] && shown[at].s);
    shown = CARDS.filter(c => fits(c));
    drawn = 0;
    at = -1;
    box.replaceChildren(shown.length ? "" : el("p", {}, CARDS.length ? "No finding fits what is chosen." : "No two claims were about one thing, so nothing was compared."));
    more(STEP);
    const found = shown.findIndex(c => c.s === current || c.i === current);
    if (found >= 0) mark(found, Boolean(wanted)); else write();
    told.textContent = `${shown.length === CARDS.length ? plural(CARDS.length, "finding") : `${shown.length.toLocaleString("en")} of ${plural(CARDS.length, "finding")}`} shown`;
    count();
    if (matrixBox.open) matrix();
  }
  function mark(to, moves) {
    if (to < 0 || to >= shown.length) return;
    const before = shown[at] && document.getElementById(`f-${shown[at].s}`);
    if (before) before.removeAttribute("aria-current");
    at = to;
    more(to + 2);
    const node = document.getElementById(`f-${shown[at].s}`);
    node.setAttribute("aria-current", "true");
    if (moves) { node.focus({preventScroll: true}); node.scrollIntoView({block: "start"}); }
    write();
  }
  new IntersectionObserver(entries => { if (entries.some(e => e.isIntersecting)) more(drawn + STEP); }, {rootMargin: "800px"}).observe(end);
  addEventListener("beforeprint", () => {
    more(shown.length);
    for (const c of shown) {
      const details = document.querySelector(`#f-${c.s} > .derived`);
      if (c.v === "conflict" || c.v === "disputed") { derive(details, c); details.open = true; }
    }
  });

  // ---- sources and subjects --------------------------------------------------------------------------------------
  let first = 0;
  const grid = el("div", {});
  function matrix() {
    first = Math.min(first, Math.max(0, Math.floor((shown.length - 1) / COLUMNS) * COLUMNS));
    const columns = shown.slice(first, first + COLUMNS), rows = new Map();
    columns.forEach((c, column) => list(c.y).forEach((y, which) => list(y.s).forEach(n => {
      if (!rows.has(n)) rows.set(n, []);
      (rows.get(n)[column] ||= []).push([which, y.d]);
    })));
    const groups = new Map();
    for (const n of [...rows.keys()].sort((a, b) => a - b)) {
      const origin = SOURCES[n].o || "";
      if (!groups.has(origin)) groups.set(origin, []);
      groups.get(origin).push(n);
    }
    const bodies = [...groups].sort(([a], [b]) => (a === "" ? 1 : b === "" ? -1 : 0)).map(([origin, members]) => el("tbody", {},
      origin && members.length > 1 && el("tr", {class: "copies"}, el("th", {colspan: columns.length + 1}, `Copies of one text (${members.length})`)),
      members.map(n => el("tr", {class: origin && members.length > 1 ? "copy" : ""}, el("th", {scope: "row"}, sourceName(SOURCES[n])),
        columns.map((c, column) => el("td", {}, list(rows.get(n)[column]).map(([which, display]) => el("div", {}, letter(which), " ", display))))))));
    const turn = (label, to, is) => el("button", {type: "button", disabled: !is, click: () => { first = to; matrix(); }}, label);
    grid.replaceChildren(
      shown.length > COLUMNS ? el("p", {class: "screen"}, turn("before", Math.max(0, first - COLUMNS), first > 0), ` subjects ${first + 1} to ${first + columns.length} of ${shown.length} `, turn("next", first + COLUMNS, first + COLUMNS < shown.length)) : "",
      columns.length ? el("div", {class: "scroll"}, el("table", {class: "matrix"}, el("thead", {}, el("tr", {}, el("th", {}, "Source"), columns.map(c => el("th", {scope: "col"}, verdict(c.v), el("br"), el("a", {href: `#f=${c.s}`}, c.b), el("br"), el("span", {class: "soft"}, c.a))))), bodies)) : "nothing shown");
  }
  const matrixBox = el("details", {toggle: () => { if (matrixBox.open) matrix(); }}, el("summary", {}, "Sources and subjects: who says what"), grid);

  // ---- page ------------------------------------------------------------------------------------------------------
  let later = 0;
  const search = el("input", {type: "search", placeholder: "search", "aria-label": "search findings", input: () => { clearTimeout(later); later = setTimeout(() => { state.q = search.value.trim(); refresh(); }, 150); }});
  const name = el("input", {type: "text", placeholder: "who decides", "aria-label": "who decides", value: who, input: () => { who = name.value.trim(); keep(); }});
  const download = el("button", {type: "button", click: save});
  const clear = el("button", {type: "button", click: () => { for (const [key] of FACETS) state[key].clear(); state.q = search.value = ""; refresh(); }}, "Show all");
  const keys = el("details", {class: "keys"}, el("summary", {}, "Keys"), el("p", {}, [["j", "next"], ["k", "previous"], ...DATA.choices.map(([, label, key]) => [key, label.toLowerCase()]), ["u", "undo"], ["e", "why"], ["/", "search"], ["?", "these keys"]].map(([key, does]) => [el("kbd", {}, key), ` ${does} `])));
  app.append(el("div", {class: "side"}, search, boxes, el("fieldset", {}, el("legend", {}, "Who"), name), keys),
    el("section", {"aria-label": "Findings"}, matrixBox, el("div", {class: "tools"}, told, clear, download), box, end));
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input[type=text],input[type=search],textarea,select")) return;
    const choice = DATA.choices.find(([, , key]) => key === event.key);
    const card = shown[at];
    if (event.key === "j") mark(Math.min(at + 1, shown.length - 1), true);
    else if (event.key === "k") mark(Math.max(at - 1, 0), true);
    else if (choice && card) decide(card, choice[0]);
    else if (event.key === "u" && card) decide(card, "");
    else if (event.key === "e" && card) { const details = document.querySelector(`#f-${card.s} > .derived`); details.open = !details.open; }
    else if (event.key === "/") search.focus();
    else if (event.key === "?") keys.open = !keys.open;
    else return;
    event.preventDefault();
  });
  addEventListener("hashchange", () => refresh(read()));
  app.hidden = false;
  keep();
  refresh(read());
})();
