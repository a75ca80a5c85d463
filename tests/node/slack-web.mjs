// @slack/web-api against a stand-in Slack: `node slack-web.mjs API TOKEN CODE REDIRECT CLIENT SECRET`. A line is written after each step; the test that started it looks at what the stand-in makes of it.
import { WebClient } from '@slack/web-api';

const [slackApiUrl, token, code, redirect_uri, client_id, client_secret] = process.argv.slice(2);
const quiet = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => 'error', setName() {} };
const client = new WebClient(token, { slackApiUrl, logger: quiet });
const post = { unfurl_links: false, unfurl_media: false, parse: 'none' };
const [channel, elsewhere, secret, jo] = ['C0HARBOR2', 'C0HARBOR5', 'C0HARBOR6', 'U0HARBOR3'];
const section = (text, more) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true }, ...more });
const button = { type: 'button', action_id: 'again', value: 'v', text: { type: 'plain_text', text: 'Again' } };

const me = await client.auth.test();
step('auth', me.team, me.user_id, me.bot_id, me.response_metadata.scopes.includes('chat:write'));

const posted = await client.chat.postMessage({ channel, text: 'A feather weighs 3 kg', blocks: [section('*3 kg*', { accessory: button })], metadata: { event_type: 'weighed', event_payload: { id: 'o-1' } }, ...post });
step('posted', posted.message.text, posted.message.blocks.length);
step('replied', (await client.chat.postMessage({ channel, thread_ts: posted.ts, text: 'Are you sure?', ...post })).message.thread_ts === posted.ts);
step('updated', (await client.chat.update({ channel, ts: posted.ts, text: 'It weighs 4 kg', parse: 'none' })).text);
step('told a person', (await client.chat.postMessage({ channel: jo, text: 'Only you', ...post })).channel.startsWith('D'));
const whispered = await client.chat.postEphemeral({ channel, user: jo, text: 'Only you see this' });
await refused('updating what one person sees', client.chat.update({ channel, ts: whispered.message_ts, text: 'x', parse: 'none' }));
await refused('a long edit', client.chat.update({ channel, ts: posted.ts, text: 'x'.repeat(4001), parse: 'none' }));
await refused('a long section', client.chat.postMessage({ channel, text: 'x', blocks: [section('y'), section('x'.repeat(3001))], ...post }));
await refused('an empty message', client.chat.postMessage({ channel, text: '', ...post }));
await refused('an unknown channel', client.chat.postMessage({ channel: 'C0NOWHERE', text: 'x', ...post }));
await refused('a private one', client.chat.postMessage({ channel: secret, text: 'x', ...post }));
await refused('one without the bot', client.chat.postMessage({ channel: elsewhere, text: 'x', ...post }));

const pages = [];
for await (const page of client.paginate('conversations.list', { limit: 2, types: 'public_channel,private_channel,im' })) pages.push(page.channels.map((each) => each.name ?? each.user));
step('listed', pages.flat().join(), pages.length > 1);
step('looked at', (await client.conversations.info({ channel: elsewhere })).channel.is_member);
step('opened', (await client.conversations.open({ users: jo })).channel.id.startsWith('D'));
const history = [];
for await (const page of client.paginate('conversations.history', { channel, limit: 10, include_all_metadata: true })) history.push(...page.messages);
step('read', history.map((each) => each.metadata?.event_payload.id ?? each.text).join());
step('asked who', (await client.users.info({ user: jo })).user.name, (await client.users.info({ user: 'U0HARBOR9' })).user.is_admin);
await refused('an unknown group', client.usergroups.users.list({ usergroup: 'S0NOBODY' }));

const uploaded = await client.files.uploadV2({ channel_id: channel, filename: 'scales.png', file: Buffer.from('89504e470d0a1a0a', 'hex'), alt_text: 'A pair of scales', title: 'Scales', initial_comment: 'Here' });
step('uploaded', uploaded.ok, uploaded.files[0].files[0].title);
step('published', (await client.views.publish({ user_id: jo, view: { type: 'home', blocks: [section('Home')] } })).view.type);
await refused('a made-up trigger', client.views.open({ trigger_id: '1.2.3', view: { type: 'modal', title: { type: 'plain_text', text: 'Ask' }, blocks: [section('x')] } }));

step('was late', await Promise.race([client.auth.test().then(() => 'waited and came again'), new Promise((late) => setTimeout(late, 20_000, 'never').unref())]));
await refused('a disturbance, told once', new WebClient(token, { slackApiUrl, logger: quiet, retryConfig: { retries: 0 } }).chat.getPermalink({ channel, message_ts: posted.ts }));

const installed = await new WebClient(undefined, { slackApiUrl, logger: quiet }).oauth.v2.access({ code, redirect_uri, client_id, client_secret });
step('installed', installed.team.id, installed.bot_user_id, installed.authed_user.id);
await refused('a code used twice', new WebClient(undefined, { slackApiUrl, logger: quiet }).oauth.v2.access({ code, redirect_uri, client_id, client_secret }));
const another = new WebClient(installed.access_token, { slackApiUrl, logger: quiet });
step('revoked', (await another.auth.revoke()).revoked);
await refused('a revoked token', another.auth.test());

async function refused(what, call) {
  try {
    await call;
    step(what, 'was taken');
  } catch (error) {
    step(what, error.data?.error ?? error.code, ...(error.data?.response_metadata?.messages ?? []));
  }
}

function step(...words) {
  console.log(words.join(' | '));
}
