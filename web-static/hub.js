// The hub's page: all it shows comes from the API, and is put in as text, never as markup.
const $ = (id) => document.getElementById(id);
const number = new Intl.NumberFormat();
const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const MOST_PAGES = 50;
const GAPS = 12;
const STATES = { active: 'good', good: 'good', degraded: 'warn', pending: 'warn', untried: 'warn', broken: 'bad', paused: 'warn' };

/** What the hub answered instead of what was asked. */
class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? `the hub answered ${status}`);
    this.status = status;
  }
}

async function ask(path, body) {
  const request = body && { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', 'X-Hub-Request': '1' } };
  const answer = await fetch(path, request || undefined);
  const text = await answer.text();
  const json = text && (answer.headers.get('Content-Type') ?? '').includes('json') ? JSON.parse(text) : {};
  if (!answer.ok) throw new Refused(answer.status, json);
  return json;
}

/** A list to its end, or as far as a page should go. */
async function all(path) {
  const items = [];
  for (let cursor = '', pages = 0; pages < MOST_PAGES; pages++) {
    const page = await ask(path + (cursor && (path.includes('?') ? '&' : '?') + 'cursor=' + encodeURIComponent(cursor)));
    items.push(...page.items);
    if (!page.cursor) break;
    cursor = page.cursor;
  }
  return items;
}

function el(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== undefined && child !== ''));
  return made;
}

const put = (id, ...children) => $(id).replaceChildren(...children);
const quiet = (text) => el('p', { class: 'quiet' }, text);

/** Columns are {title, of, number}; each cell is text or an element. */
function table(caption, columns, rows) {
  const kind = (column) => (column.number ? { class: 'number' } : {});
  return el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption + ', table' },
    el('table', {},
      el('thead', {}, el('tr', {}, ...columns.map((column) => el('th', { scope: 'col', ...kind(column) }, column.title)))),
      el('tbody', {}, ...rows.map((row) => el('tr', {}, ...columns.map((column) => el('td', kind(column), column.of(row) ?? '')))))));
}

function sums(rows, key, value) {
  const found = new Map();
  for (const row of rows) found.set(key(row), (found.get(key(row)) ?? 0) + value(row));
  return [...found].sort((a, b) => b[1] - a[1] || String(a[0]).localeCompare(String(b[0])));
}

/** Runs one part of the page; a part that the hub cannot give says so in its own place. */
async function part(id, work) {
  try {
    await work();
  } catch (trouble) {
    put(id, el('p', { class: trouble.status === 404 ? 'quiet' : 'trouble' }, trouble.status === 404 ? 'This hub does not know that yet.' : trouble.message));
  }
}

function accounts(items, areas) {
  if (!items.length) {
    put('accounts', el('div', { class: 'card' }, quiet('No account is connected yet.'), el('p', {}, 'Connect one: ', el('code', {}, 'quarterdeck accounts connect NAME --role-arn ARN'))));
    return;
  }
  put('accounts', ...items.map((account) => {
    const own = areas.filter((area) => area.account_id === account.account_id);
    const looked = own.filter((area) => area.status === 'looked').length;
    const last = own.map((area) => area.looked_at).filter(Boolean).sort().at(-1);
    return el('article', { class: 'card' },
      el('h3', {}, account.name, el('span', { class: STATES[account.health] ?? '' }, account.health)),
      el('p', { class: 'quiet mono' }, account.account_id),
      el('p', { class: 'figure' }, own.length ? number.format(own.reduce((sum, area) => sum + (area.count ?? 0), 0)) : '—'),
      quiet(own.length ? `resources; ${number.format(looked)} of ${number.format(own.length)} areas read` : 'not scanned yet'),
      quiet(`${account.environment} · ${account.status} · ${account.proof.replaceAll('_', ' ')}`),
      last ? quiet('last look ' + when.format(new Date(last))) : '');
  }));
}

function coverage(areas, names) {
  if (!areas.length) {
    put('coverage', quiet('Nobody has looked yet.'), el('p', {}, 'Look: ', el('code', {}, 'quarterdeck scan')));
    return;
  }
  const gaps = areas.filter((area) => area.status !== 'looked');
  const causes = sums(gaps, (gap) => JSON.stringify([gap.account_id, gap.type, gap.status, gap.missing_action ?? gap.reason ?? '']), () => 1).map(([cause, count]) => [...JSON.parse(cause), count]);
  put('coverage',
    el('p', {}, `${number.format(areas.length - gaps.length)} of ${number.format(areas.length)} areas (account × region × type) were read, `,
      el('strong', { class: gaps.length ? 'warn' : 'good' }, `${number.format(gaps.length)} gaps`), '.'),
    gaps.length ? table('Gaps', [
      { title: 'Account', of: ([account]) => names.get(account) ?? account },
      { title: 'Type', of: ([, type]) => type },
      { title: 'Status', of: ([, , status]) => status },
      { title: 'Missing, or why', of: ([, , , why]) => el('span', { class: 'mono' }, why.slice(0, 160)) },
      { title: 'Areas', number: true, of: (cause) => number.format(cause[4]) },
    ], causes.slice(0, GAPS)) : '',
    causes.length > GAPS ? quiet(`and ${causes.length - GAPS} more causes`) : '');
}

function services(areas) {
  const counted = sums(areas.filter((area) => area.type), (area) => area.type.split('::')[1], (area) => area.count ?? 0).filter(([, count]) => count > 0);
  put('services', counted.length
    ? el('ul', { class: 'tally' }, ...counted.map(([name, count]) => el('li', {}, name, el('strong', {}, number.format(count)))))
    : quiet('Nothing was read yet.'));
}

async function changes(names) {
  const { items } = await ask('/api/changes');
  put('changes', items.length
    ? table('Latest changes', [
      { title: 'Seen', of: (change) => when.format(new Date(change.at_to)) },
      { title: 'What', of: (change) => change.kind },
      { title: 'Resource', of: (change) => change.name },
      { title: 'Type', of: (change) => change.type },
      { title: 'Account', of: (change) => names.get(change.account_id) ?? change.account_id },
      { title: 'Fields', of: (change) => change.fields.map((field) => field.path).join(', ').slice(0, 120) },
    ], items.filter((change) => change.kind !== 'created').concat(items.filter((change) => change.kind === 'created')).slice(0, 15))
    : quiet('Nothing has changed since the first look.'));
}

async function find(q, names) {
  put('found', quiet('Looking …'));
  await part('found', async () => {
    const found = await ask('/api/find?q=' + encodeURIComponent(q));
    const unseen = found.areas_not_looked_at + found.accounts_never_scanned;
    put('found',
      found.items.length
        ? table('Found', [
          { title: 'Resource', of: (item) => item.name },
          { title: 'Type', of: (item) => item.type },
          { title: 'Account', of: (item) => names.get(item.account_id) ?? item.account_id },
          { title: 'Region', of: (item) => item.region },
          { title: 'Because', of: (item) => item.matched },
          { title: 'Used by', of: (item) => item.used_by.map((tie) => tie.name).slice(0, 4).join(', ') },
        ], found.items.slice(0, 20))
        : el('p', {}, `Nothing that was looked at answers to “${q}”.`),
      unseen ? quiet(`${number.format(found.areas_not_looked_at)} areas were not looked at, ${number.format(found.accounts_never_scanned)} accounts never scanned: it may be there.`) : '');
  });
}

async function api() {
  const { paths } = await ask('/api/openapi.json');
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).filter(([, operation]) => operation.operationId).map(([method, operation]) => ({ path, method, ...operation })));
  const tags = [...new Set(operations.map((operation) => operation.tags?.[0] ?? 'hub'))];
  put('api', ...tags.map((tag) => el('details', {}, el('summary', {}, tag),
    table(tag, [
      { title: 'Request', of: (operation) => el('code', {}, `${operation.method.toUpperCase()} ${operation.path}`) },
      { title: 'What it does', of: (operation) => operation.summary },
    ], operations.filter((operation) => (operation.tags?.[0] ?? 'hub') === tag)))));
}

async function show(me) {
  put('who', `Signed in as ${me.name ?? me.user?.name ?? 'somebody'}`);
  $('hub').hidden = false;
  $('sign-in').hidden = true;
  let names = new Map();
  $('find-form').onsubmit = (event) => {
    event.preventDefault();
    find(new FormData(event.target).get('q').trim(), names);
  };
  await part('accounts', async () => {
    const connected = await all('/api/aws/accounts');
    names = new Map(connected.map((account) => [account.account_id, account.name]));
    accounts(connected, []);
    await part('coverage', async () => {
      const areas = await all('/api/coverage');
      accounts(connected, areas);
      coverage(areas, names);
      services(areas);
    });
  });
  await Promise.all([part('changes', () => changes(names)), part('api', api)]);
  const version = await ask('/api/version').catch(() => ({}));
  put('version', version.version ? `Quarterdeck ${version.version}, catalog ${String(version.catalog).slice(0, 12)}` : '');
}

function signIn() {
  $('sign-in').hidden = false;
  $('sign-in-form').onsubmit = async (event) => {
    event.preventDefault();
    const typed = Object.fromEntries([...new FormData(event.target)].filter(([, value]) => value !== ''));
    try {
      await ask('/api/sessions', { ...typed, as: 'cookie' });
      await begin();
    } catch (trouble) {
      put('sign-in-trouble', trouble.message);
    }
  };
}

async function begin() {
  try {
    await show(await ask('/api/me'));
  } catch (trouble) {
    if (trouble.status !== 401) throw trouble;
    signIn();
  } finally {
    $('main').setAttribute('aria-busy', 'false');
  }
}

ask('/site.json').then((site) => {
  $('banner').hidden = !site.banner;
  put('banner', site.banner ?? '');
}, () => {});
begin().catch((trouble) => put('who', trouble.message));
