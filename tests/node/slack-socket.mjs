// @slack/socket-mode against a stand-in Slack: `node slack-socket.mjs API APP-TOKEN`. A line is written after each step, and the test that started it makes the other side's moves.
import { SocketModeClient } from '@slack/socket-mode';

const [slackApiUrl, appToken] = process.argv.slice(2);
const quiet = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => 'error', setName() {} };
const client = new SocketModeClient({ appToken, clientOptions: { slackApiUrl, logger: quiet }, logger: quiet, clientPingTimeout: 1000 });
client.on('connected', () => step('connected'));
client.on('slash_commands', async ({ ack, body }) => {
  const elements = ['again', 'leave'].map((name) => ({ type: 'button', action_id: name, text: { type: 'plain_text', text: name } }));
  await ack({ response_type: 'ephemeral', text: `${body.text} weighs 3 kg`, blocks: [{ type: 'actions', elements }] });
  step('command', body.command, body.text);
});
client.on('app_mention', async ({ ack, event, retry_num }) => {
  if (retry_num === 0 && event.text.includes('later')) return step('put off');
  await ack();
  step('mention', event.text, retry_num);
});
client.on('interactive', async ({ ack, body }) => {
  await ack();
  step(body.type, body.actions[0].action_id);
  if (body.actions[0].action_id === 'leave') {
    await client.disconnect();
    step('left');
    process.exit(0);
  }
});
await client.start();

function step(...words) {
  console.log(words.join(' | '));
}
