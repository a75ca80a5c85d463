// @slack/bolt behind its HTTP receiver, told things by a stand-in Slack: `node slack-bolt.mjs API TOKEN SECRET PORT`. It ends when it is uninstalled.
import bolt from '@slack/bolt';

const [slackApiUrl, token, signingSecret, port] = process.argv.slice(2);
const app = new bolt.App({ token, signingSecret, clientOptions: { slackApiUrl }, logLevel: 'error', endpoints: '/slack/events' });
const plain = (text) => ({ type: 'plain_text', text });
const form = {
  type: 'modal',
  callback_id: 'weigh',
  title: plain('Weigh'),
  submit: plain('Weigh'),
  blocks: [
    { type: 'input', block_id: 'what', label: plain('What'), element: { type: 'plain_text_input', action_id: 'text' } },
    { type: 'input', block_id: 'unit', optional: true, label: plain('Unit'), element: { type: 'external_select', action_id: 'pick', min_query_length: 1 } },
    { type: 'input', block_id: 'where', label: plain('Where'), element: { type: 'conversations_select', action_id: 'conversation', response_url_enabled: true } },
  ],
};

app.command('/dateline', async ({ ack, respond, command }) => {
  await ack();
  const button = { type: 'button', action_id: 'again', value: 'v1', text: plain('Again') };
  await respond({ response_type: 'ephemeral', text: `${command.text} weighs 3 kg`, blocks: [{ type: 'section', text: plain(command.text) }, { type: 'actions', block_id: 'row', elements: [button] }] });
  step('command', command.command, command.text, command.channel_id, command.user_name, command.is_enterprise_install);
});
app.action('again', async ({ ack, respond, action, body }) => {
  await ack();
  await respond({ replace_original: true, text: 'Still 3 kg' });
  step('action', action.action_id, action.block_id, action.value, body.container.is_ephemeral);
});
app.event('app_mention', async ({ event, say }) => {
  await say({ text: 'Here', thread_ts: event.ts, parse: 'none', unfurl_links: false, unfurl_media: false });
  step('mention', event.text, event.user);
});
app.message(async ({ message, say }) => {
  await say({ text: 'You wrote to me', parse: 'none', unfurl_links: false, unfurl_media: false });
  step('message', message.channel_type, message.text);
});
app.event('app_home_opened', async ({ event }) => step('home', event.tab));
app.shortcut('weigh_anything', async ({ ack, shortcut, client }) => {
  await ack();
  const opened = await client.views.open({ trigger_id: shortcut.trigger_id, view: form });
  step('shortcut', shortcut.type, opened.view.callback_id);
});
app.shortcut('weigh_this', async ({ ack, shortcut, respond }) => {
  await ack();
  await respond({ response_type: 'ephemeral', replace_original: false, text: 'Weighed' });
  step('shortcut', shortcut.type, shortcut.message.text);
});
app.options('pick', async ({ ack, options }) => {
  await ack({ options: [{ text: plain('Kilogram'), value: 'kg' }] });
  step('options', options.block_id, options.value);
});
app.view('weigh', async ({ ack, view, body }) => {
  const { what, unit, where } = view.state.values;
  await (what.text.value === 'nothing' ? ack({ response_action: 'errors', errors: { what: 'Name something.' } }) : ack());
  step('view', what.text.value, unit.pick.selected_option?.value, where.conversation.selected_conversation, body.response_urls.length);
});
app.event('tokens_revoked', async ({ event }) => step('revoked', event.tokens.bot.join()));
app.event('app_uninstalled', async () => {
  step('uninstalled');
  setTimeout(() => process.exit(0), 200);
});
await app.start({ port: Number(port), host: '127.0.0.1' });
step('listening');

function step(...words) {
  console.log(words.join(' | '));
}
