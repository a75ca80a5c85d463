// discord.js against a stand-in Discord: `node discord-js.mjs API TOKEN`. A line is written after each step, and the test that started it makes the other side's moves.
import { on } from 'node:events';
import { ActionRowBuilder, AttachmentBuilder, ButtonBuilder, ButtonStyle, Client, EmbedBuilder, Events, GatewayIntentBits, MessageFlags } from 'discord.js';

const [api, token] = process.argv.slice(2);
const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
  allowedMentions: { parse: [] },
  rest: { api },
});
client.on(Events.Warn, (text) => step('warning', text));
client.rest.on('response', (request, response) => response.status === 429 && step('over a limit'));

const ready = on(client, Events.ClientReady);
const interactions = on(client, Events.InteractionCreate);
const messages = on(client, Events.MessageCreate);
const next = async (events) => (await events.next()).value[0];

await client.login(token);
await next(ready);
const guild = client.guilds.cache.first();
const channel = guild.channels.cache.first();
step('ready', client.user.username, guild.name, channel.name);

const command = await client.application.commands.create({
  name: 'weigh',
  description: 'Weighs something',
  options: [{ name: 'what', description: 'What to weigh', type: 3, required: true, autocomplete: true, max_length: 100 }],
});
step('registered', command.name, command.options.length);

const typed = await next(interactions);
const button = new ButtonBuilder().setCustomId('again').setLabel('Again').setStyle(ButtonStyle.Secondary);
const replied = await typed.reply({
  content: `${typed.options.getString('what')} weighs 3 kg`,
  components: [new ActionRowBuilder().addComponents(button)],
  withResponse: true,
});
step('replied', replied.resource.message.content, replied.resource.message.id === replied.interaction.responseMessageId);
const further = await typed.followUp({ content: 'Only you see this', flags: MessageFlags.Ephemeral });
step('followed up', further.content, further.flags.has(MessageFlags.Ephemeral));
step('edited the follow-up', (await typed.webhook.editMessage(further, { content: 'Changed' })).content);

const pressed = await next(interactions);
await pressed.update({ content: `${pressed.message.content}, still`, components: [] });
step('updated', pressed.customId, (await pressed.fetchReply()).content);

const mention = await next(messages);
step('read', mention.author.username, mention.content);

const slow = await next(interactions);
await slow.deferReply({ flags: MessageFlags.Ephemeral });
const edited = await slow.editReply({ content: 'Done', files: [picture('scales')] });
step('deferred and edited', edited.content, edited.attachments.first().name);

const completed = await next(interactions);
await completed.respond([{ name: 'A feather', value: 'feather' }]);
step('completed', completed.options.getFocused());

const embed = new EmbedBuilder().setTitle('Scales').setDescription('What was weighed').setImage('attachment://scales.png').addFields({ name: 'Feather', value: '3 kg' });
const posted = await channel.send({ content: 'Here', embeds: [embed], files: [picture('scales')], reply: { messageReference: mention }, nonce: '7', enforceNonce: true });
step('posted', posted.content, posted.embeds[0].title, posted.attachments.first().contentType, posted.attachments.first().description);
step('edited', (await posted.edit({ content: 'There', embeds: [], attachments: [] })).content);
await posted.delete();
step('deleted');

const many = await Promise.all(Array.from({ length: 7 }, (_, n) => channel.send(`${n}`)));
step('posted many', many.map((message) => message.content).join(''));
await guild.commands.fetch();
await command.delete();
await client.destroy();
step('left');

function step(...words) {
  console.log(words.join(' | '));
}

function picture(name) {
  const png = Buffer.from('89504e470d0a1a0a', 'hex');
  return new AttachmentBuilder(png, { name: `${name}.png`, description: 'A pair of scales' });
}
