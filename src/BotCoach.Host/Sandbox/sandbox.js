// The chat of the sandbox. Whatever people wrote is put into text nodes and properties, never into markup.

const byId = id => document.getElementById(id);
const talk = byId('talk');
const lines = byId('lines');
const say = byId('say');
const hints = byId('hints');
const dialog = byId('form');
const shown = new Map();
let shownForm = 'null';
let words = {};
let commands = [];

/** Makes an element; a child is an element or a text. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined) {
      continue;
    }

    if (name.includes('-') || name === 'role' || name === 'for') {
      element.setAttribute(name, value);
    } else {
      element[name] = value;
    }
  }

  element.append(...children.filter(child => child !== null));
  return element;
}

async function post(path, body) {
  try {
    const response = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    if (response.status === 401) {
      location.reload();
    }

    return response.ok;
  } catch {
    return false;
  }
}

/** Tells the coach what the person did; what it answers comes as news. */
async function act(kind, what) {
  const isTaken = await post('/sandbox/turns', { id: crypto.randomUUID(), kind, ...what });
  notice(isTaken ? null : words.notDone);
  return isTaken;
}

function notice(text) {
  byId('notice').textContent = text ?? '';
  byId('notice').hidden = text === null;
}

// --- The conversation

function line(item) {
  if (item.from === 'time') {
    return make('li', { className: 'day' }, make('span', {}, item.text));
  }

  const when = make('span', { className: 'when' }, make('span', { className: 'who' }, item.from === 'you' ? words.you : 'BotCoach'), ` ${item.time}`);
  const what = item.card === null ? make('p', { className: 'words' }, item.text) : card(item);
  return make('li', { className: item.from }, when, what);
}

function card(item) {
  const { language, title, sign, text, facts, factsLeftOut, chart, rows, rowsLeftOut, input, link, context } = item.card;
  const heading = `${item.id}-title`;
  return make(
    'article', { className: `card ${sign ?? ''}`, 'aria-labelledby': heading, lang: language, tabIndex: -1 },
    make('h2', { id: heading }, title),
    text === null ? null : make('p', { className: 'text' }, text),
    facts.length === 0 ? null : make('dl', {}, ...facts.map(fact => make('div', {}, make('dt', {}, fact.label), make('dd', {}, fact.value)))),
    factsLeftOut === null ? null : make('p', { className: 'context' }, factsLeftOut),
    chart === null ? null : bars(item, chart),
    ...rows.map((row, place) => choices(item, row, place)),
    rowsLeftOut === null ? null : make('p', { className: 'context' }, rowsLeftOut),
    input === null ? null : inputLine(item, input),
    link === null ? null : make('p', { className: 'link' }, make('a', { href: link.address, target: '_blank', rel: 'noopener' }, link.label)),
    context === null ? null : make('p', { className: 'context' }, context));
}

function bars(item, chart) {
  const title = `${item.id}-chart`;
  return make(
    'div', { className: 'chart', role: 'group', 'aria-labelledby': title },
    make('p', { className: 'label', id: title }, chart.title),
    make('ul', {}, ...chart.bars.map(bar => {
      const drawn = make('span', { className: bar.share === null ? '' : 'track', 'aria-hidden': 'true' });
      if (bar.share !== null) {
        const filled = make('span', { className: 'bar' });
        filled.style.width = `${100 * bar.share}%`;
        drawn.append(filled);
      }

      return make('li', {}, drawn, make('span', {}, bar.words));
    })),
    chart.leftOut === null ? null : make('p', { className: 'context' }, chart.leftOut));
}

function choices(item, row, place) {
  const prompt = `${item.id}-row${place}`;
  return make(
    'div', { className: 'row', role: 'group', 'aria-labelledby': row.prompt ?? row.label ? prompt : null },
    row.label === null ? null : make('p', { className: 'label', id: row.prompt === null ? prompt : '' }, row.label),
    row.prompt === null ? null : make('p', { className: 'prompt', id: prompt }, row.prompt),
    make('div', { className: 'choices' }, ...row.choices.map(choice => button(item, choice))));
}

function button(item, choice) {
  const made = make(
    'button', { type: 'button', className: choice.isPrimary ? 'primary' : 'choice', 'aria-pressed': choice.isChosen ? 'true' : null },
    choice.isChosen ? `✓ ${choice.label}` : choice.label);
  made.addEventListener('click', async () => {
    made.disabled = true;
    await act('button', { message: item.id, name: choice.action.name, value: choice.action.value });
    made.disabled = false;
  });
  return made;
}

function inputLine(item, input) {
  const id = `${item.id}-input`;
  const field = make('textarea', { id, rows: 1, maxLength: input.maxLength, value: input.value, placeholder: input.placeholder });
  const form = make('form', { className: 'line' }, make('label', { for: id }, input.label), make('div', {}, field, make('button', { className: 'choice' }, input.save)));
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (field.value.trim() !== '') {
      act('button', { message: item.id, name: input.action.name, value: input.action.value, input: field.value });
    }
  });
  field.addEventListener('keydown', event => sendOnEnter(event, form));
  return form;
}

function sendOnEnter(event, form) {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
}

function show(items, isAll) {
  const wasAtEnd = isAll || talk.scrollHeight - talk.scrollTop - talk.clientHeight < 80;
  const heard = [];
  let last = null;
  for (const item of items) {
    const made = line(item);
    const before = shown.get(item.id);
    if (before === undefined) {
      lines.append(made);
      last = made;
    } else {
      const hadFocus = before.contains(document.activeElement);
      before.replaceWith(made);
      if (hadFocus) {
        made.querySelector('.card')?.focus({ preventScroll: true });
      }
    }

    shown.set(item.id, made);
    if (item.from === 'coach') {
      heard.push(item.card.summary);
    }
  }

  if (!isAll && heard.length > 0) {
    byId('status').textContent = heard.join(' ');
  }

  if (wasAtEnd && last !== null) {
    // A card that is taller than the window is read from its beginning.
    const room = talk.clientHeight - 24;
    if (last.offsetHeight > room) {
      last.scrollIntoView({ block: 'start' });
    } else {
      talk.scrollTop = talk.scrollHeight;
    }
  }
}

// --- Forms

function showForm(form) {
  const text = JSON.stringify(form);
  if (text === shownForm) {
    return;
  }

  shownForm = text;
  if (form === null) {
    dialog.close();
    dialog.replaceChildren();
    say.focus();
    return;
  }

  const fields = form.fields.map(field => ({ field, control: control(field) }));
  const submit = make('button', { className: 'primary' }, form.submit);
  const cancel = make('button', { type: 'button', className: 'quiet' }, form.close);
  const made = make(
    'form', { noValidate: false },
    make('h2', { id: 'form-title' }, form.title),
    form.introduction === null ? null : make('p', { className: 'text' }, form.introduction),
    ...form.errors.map(error => make('p', { className: 'error', role: 'alert' }, error)),
    ...fields.map(({ field, control }) => labelled(field, control)),
    make('div', { className: 'ends' }, cancel, submit));
  cancel.addEventListener('click', () => closeForm());
  made.addEventListener('submit', async event => {
    event.preventDefault();
    submit.disabled = true;
    const values = Object.fromEntries(fields.map(({ field, control }) => [field.name, control.value]));
    if (!await act('form', { form: form.name, state: form.state, values })) {
      made.prepend(make('p', { className: 'error', role: 'alert' }, words.notSaved));
    }

    submit.disabled = false;
  });
  dialog.lang = form.language;
  dialog.replaceChildren(made);
  if (!dialog.open) {
    dialog.showModal();
  }

  (fields.find(({ field }) => field.error !== '') ?? fields.find(({ field }) => field.value === '') ?? fields[0])?.control.focus();
}

function control(field) {
  const described = `field-${field.name}-hint`;
  return make(field.isMultiline ? 'textarea' : 'input', {
    id: `field-${field.name}`,
    value: field.value,
    placeholder: field.placeholder,
    required: field.isRequired,
    maxLength: field.maxLength,
    'aria-invalid': field.error === '' ? null : 'true',
    'aria-describedby': field.error === '' && field.hint === '' ? null : described,
    ...(field.isMultiline ? { rows: field.maxLength > 1000 ? 6 : 2 } : { type: 'text' }),
  });
}

function labelled(field, control) {
  const note = field.error !== '' ? field.error : field.hint;
  return make(
    'div', { className: 'field' },
    make('label', { for: control.id }, field.label),
    control,
    note === '' ? null : make('p', { id: `field-${field.name}-hint`, className: field.error !== '' ? 'error' : 'context' }, note));
}

function closeForm() {
  act('close', {});
}

dialog.addEventListener('cancel', event => {
  event.preventDefault();
  closeForm();
});

// --- Writing

function grow() {
  say.style.height = 'auto';
  say.style.height = `${Math.min(say.scrollHeight + 2, 160)}px`;
}

function write(text) {
  say.value = text;
  grow();
  offer();
  say.focus();
  say.setSelectionRange(text.length, text.length);
}

/** Small letters without accents, as many people type commands. */
function plain(text) {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

function offer() {
  const typed = plain(say.value);
  const fitting = typed.startsWith('/') && !typed.includes('\n')
    ? commands.filter(({ type }) => plain(type).startsWith(typed) && plain(type) !== typed)
    : [];
  hints.hidden = fitting.length === 0;
  hints.replaceChildren(...fitting.slice(0, 6).map(({ type, says }) => {
    const made = make('button', { type: 'button' }, make('span', { className: 'command' }, type), ' ', make('span', { className: 'says' }, says));
    made.addEventListener('click', () => write(type));
    return make('li', {}, made);
  }));
}

say.addEventListener('input', () => {
  grow();
  offer();
});
say.addEventListener('keydown', event => {
  if (event.key === 'ArrowDown' && !hints.hidden || event.key === 'ArrowUp' && !hints.hidden) {
    event.preventDefault();
    const buttons = hints.querySelectorAll('button');
    buttons[event.key === 'ArrowDown' ? 0 : buttons.length - 1].focus();
  } else if (event.key === 'Escape') {
    hints.hidden = true;
  } else {
    sendOnEnter(event, byId('write'));
  }
});
hints.addEventListener('keydown', event => {
  const buttons = [...hints.querySelectorAll('button')];
  const place = buttons.indexOf(document.activeElement);
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    (buttons[place + (event.key === 'ArrowDown' ? 1 : -1)] ?? say).focus();
  } else if (event.key === 'Escape') {
    hints.hidden = true;
    say.focus();
  }
});
byId('write').addEventListener('submit', async event => {
  event.preventDefault();
  const text = say.value.trim();
  if (text === '') {
    return;
  }

  write('');
  if (!await act('message', { text })) {
    write(text);
  }
});

// --- Time, and what to try

function showClock({ now, next }) {
  byId('now').textContent = now;
  const forward = byId('forward');
  byId('next').textContent = next ?? words.nothingPlanned;
  forward.disabled = next === null;
}

function showTour(steps) {
  const current = steps.findIndex(step => !step.isDone);
  byId('tour').replaceChildren(...steps.map((step, place) => {
    const state = step.isDone ? 'done' : place === current ? 'current' : '';
    const made = make(
      'li', { className: state, 'aria-current': place === current ? 'step' : null },
      make('span', { className: 'says' }, step.isDone ? make('span', { className: 'unseen' }, `${words.done} `) : null, step.says));
    if (step.type !== null) {
      const type = make('button', { type: 'button', className: 'command' }, step.type);
      type.addEventListener('click', () => write(step.type));
      made.append(type);
    }

    return made;
  }));
}

byId('forward').addEventListener('click', async () => {
  byId('forward').disabled = true;
  const hasMoved = await post('/sandbox/fast-forward', {});
  byId('forward').disabled = hasMoved && byId('forward').disabled;
  notice(hasMoved ? null : words.clockStands);
});
byId('start-over').addEventListener('click', async () => {
  await post('/sandbox/start-over', {});
  location.reload();
});

/** Says everything around the conversation in the visitor's language. */
function speak(page) {
  ({ words, commands } = page);
  document.documentElement.lang = page.language;
  for (const element of document.querySelectorAll('[data-says]')) {
    element.textContent = words[element.dataset.says];
  }

  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', words[element.dataset.label]);
  }

  for (const element of document.querySelectorAll('[data-hint]')) {
    element.placeholder = words[element.dataset.hint];
  }

  for (const who of document.querySelectorAll('.you .who')) {
    who.textContent = words.you;
  }
}

function hear(news) {
  if (news.page !== null) {
    speak(news.page);
  }

  if (news.isAll) {
    lines.replaceChildren();
    shown.clear();
  }

  show(news.items, news.isAll);
  showForm(news.form);
  showClock(news.clock);
  showTour(news.tour);
}

async function begin() {
  await post('/sandbox/visit', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, locale: navigator.language });
  const news = new EventSource('/sandbox/news');
  news.addEventListener('message', event => hear(JSON.parse(event.data)));
  news.addEventListener('error', () => {
    // Gone for good when the service was started again: then there is another conversation.
    if (news.readyState === EventSource.CLOSED) {
      setTimeout(begin, 2000);
    }
  });
}

begin();
