import { FluentProvider, teamsLightTheme } from '@fluentui/react-components';
import { app, authentication } from '@microsoft/teams-js';
import { createElement as el } from 'react';
import { createRoot } from 'react-dom/client';

/**
 * The least that a tab with a list can be: Teams is greeted, a token asked for, the plan fetched with it, and its
 * actions stand in a plain list within Fluent's theme.
 */
const [, token] = await Promise.all([app.initialize(), authentication.getAuthToken()]);
const answer = await fetch('/plan.json', { headers: { authorization: `Bearer ${token}` } });
const { actions } = await answer.json();

const row = ({ id, area, activities, who, support, dueOn, timescale, outcome, status }) =>
  el(
    'li',
    { key: id, id: `action-${id}` },
    [area, activities, who.map(({ name }) => name).join(', '), support, dueOn, timescale, outcome, status]
      .filter(Boolean)
      .map((text, index) => el('p', { key: index }, text)),
  );

createRoot(document.querySelector('#tab')).render(
  el(FluentProvider, { theme: teamsLightTheme }, el('ul', null, actions.map(row))),
);
app.notifySuccess();
