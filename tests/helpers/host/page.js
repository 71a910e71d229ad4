/**
 * The host's half of the protocol that @microsoft/teams-js speaks, as its source shows it: a request is
 * `{ id, uuidAsString, func, args }` and is answered with the same ids and an `args` of its own; what the host says
 * unasked is `{ func, args }`. `issueToken` is the test's.
 */
{
  const main = document.querySelector('main');
  const footer = document.querySelector('footer');
  const save = document.querySelector('#save');
  const said = document.querySelector('#said');

  /** What the host knows and has been told. */
  const teams = { heard: [], handlers: [], settings: null, picks: [], saved: null, config: null };
  let frame = null;
  let appsOrigin = '*';

  const post = (message) => frame?.contentWindow?.postMessage(message, appsOrigin);
  const tell = (func, args = []) => post({ func, args });

  /** Each gives the arguments of its answer, or nothing where teams-js waits for none. */
  const answers = {
    initialize: () => {
      const { frameContext, clientType, runtime, sdk } = teams.config;
      return [frameContext, clientType, JSON.stringify(runtime), sdk];
    },
    getContext: () => [{ ...teams.config.context, frameContext: teams.config.frameContext }],
    'authentication.getAuthToken': async () => {
      const issued = await window.issueToken();
      return issued.token ? [true, issued.token] : [false, issued.refused];
    },
    registerHandler: (name) => {
      teams.handlers.push(name);
    },
    'settings.setValidityState': (valid) => {
      save.disabled = valid !== true;
    },
    'settings.getSettings': () => [teams.settings ?? {}],
    'settings.setSettings': (settings) => {
      teams.settings = settings;
      return [true];
    },
    'settings.save.success': () => finish(true, 'Saved.'),
    'settings.save.failure': (reason) => finish(false, reason ?? 'It could not be saved.'),
    'settings.remove.success': () => finish(true, 'Removed.'),
    'settings.remove.failure': (reason) => finish(false, reason ?? 'It could not be removed.'),
    'people.selectPeople': () => {
      const next = teams.picks.shift();
      return next ? [null, next] : [{ errorCode: 8000 }];
    },
    executeDeepLink: () => [true],
    readyToUnload: () => teams.mayUnload?.(),
  };

  const finish = (ok, words) => {
    teams.saved = { ok, words };
    said.textContent = words;
  };

  window.addEventListener('message', async ({ data, source, origin }) => {
    if (frame === null || source !== frame.contentWindow || typeof data?.func !== 'string') return;
    appsOrigin = origin;
    teams.heard.push({ func: data.func, args: data.args, at: performance.now() });
    const args = await answers[data.func]?.(...(data.args ?? []));
    if (Array.isArray(args)) post({ id: data.id, uuidAsString: data.uuidAsString, args });
  });

  save.addEventListener('click', () => {
    said.textContent = '';
    const removing = teams.config.frameContext === 'remove';
    if (removing) tell('settings.remove');
    else tell('settings.save', [{}]);
  });

  /** Opens the app in a frame, as a person does who goes to its tab. */
  teams.open = (config) => {
    Object.assign(teams, { config, heard: [], handlers: [], saved: null, settings: null });
    appsOrigin = '*';
    document.body.dataset.theme = config.context.theme;
    footer.hidden = config.frameContext === 'content';
    save.textContent = config.frameContext === 'remove' ? 'Remove' : 'Save';
    save.disabled = config.frameContext === 'settings';
    said.textContent = '';
    frame?.remove();
    frame = document.createElement('iframe');
    Object.assign(frame, { name: 'tab', title: 'Team action plan', allow: config.allow });
    if (config.sandbox) frame.sandbox = config.sandbox;
    teams.openedAt = performance.timeOrigin + performance.now();
    frame.src = config.url;
    main.append(frame);
  };

  /** Goes to another tab: Teams lets the app finish what it asked to finish, and unloads it. */
  teams.leave = async () => {
    if (teams.handlers.includes('beforeUnload')) {
      const unloads = new Promise((resolve) => {
        teams.mayUnload = resolve;
      });
      tell('beforeUnload');
      await Promise.race([unloads, new Promise((resolve) => setTimeout(resolve, 3_000))]);
    }
    frame?.remove();
    frame = null;
  };

  teams.theme = (theme) => {
    teams.config.context.theme = theme;
    document.body.dataset.theme = theme;
    if (teams.handlers.includes('themeChange')) tell('themeChange', [theme]);
  };

  window.teams = teams;
}
