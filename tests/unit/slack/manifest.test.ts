import { describe, expect, test } from 'vitest';
import { slackManifest } from '../../../adapters/slack/setup/manifest.js';
import { slashCommands } from '../../../bot/product/slash-commands.js';

interface Manifest {
  display_information: { name: string; description: string };
  features: {
    slash_commands: {
      command: string;
      url?: string;
      description: string;
      usage_hint: string;
      should_escape: boolean;
    }[];
    shortcuts: { name: string; description: string; callback_id: string }[];
    bot_user: { display_name: string };
  };
  oauth_config: { scopes: { bot: string[] } };
  settings: {
    socket_mode_enabled: boolean;
    interactivity: { is_enabled: boolean; request_url?: string };
    event_subscriptions: { request_url?: string; bot_events: string[] };
  };
}

const make = (more: object = {}) => slackManifest({ commands: slashCommands, ...more }) as Manifest;

describe('the manifest of the Slack app', () => {
  test('is within the limits of the format', () => {
    const { display_information: shown, features } = make();
    expect(shown.name.length).toBeLessThanOrEqual(35);
    expect(shown.description.length).toBeLessThanOrEqual(140);
    expect(features.bot_user.display_name.length).toBeLessThanOrEqual(80);
    expect(features.slash_commands.length).toBeLessThanOrEqual(50);
    for (const one of features.slash_commands) {
      expect(one.command).toMatch(/^\/[a-z0-9_-]{1,31}$/);
      expect(one.description.length).toBeLessThanOrEqual(2000);
      expect(one.usage_hint.length).toBeLessThanOrEqual(1000);
      expect(one.should_escape).toBe(true);
    }
    expect(features.shortcuts.length).toBeLessThanOrEqual(10);
    for (const one of features.shortcuts) expect(one.name.length).toBeLessThanOrEqual(24);
  });

  test('has /sale for the whole grammar and a command per verb, except names reserved by Slack', () => {
    const names = make().features.slash_commands.map((one) => one.command);
    expect(names).toEqual(expect.arrayContaining(['/sale', '/lead', '/log', '/move', '/deal', '/today']));
    expect(names).not.toContain('/help');
    expect(names).not.toContain('/mute');
    expect(new Set(names).size).toBe(names.length);
  });

  test('can prefix its commands to avoid those of other apps', () => {
    const names = make({ prefix: 'crm' }).features.slash_commands.map((one) => one.command);
    expect(names).toEqual(expect.arrayContaining(['/crm-sale', '/crm-log', '/crm-help']));
  });

  test('has no address in Socket Mode, and an address everywhere over HTTP', () => {
    expect(JSON.stringify(make())).not.toContain('url"');
    expect(make().settings.socket_mode_enabled).toBe(true);
    expect(make().settings.interactivity.is_enabled).toBe(true);
    const http = make({ url: 'https://crm.example/slack/events' });
    expect(http.settings.socket_mode_enabled).toBe(false);
    expect(http.settings.interactivity.request_url).toBe('https://crm.example/slack/events');
    expect(http.features.slash_commands.every((one) => one.url !== undefined)).toBe(true);
  });
});
