import { Section } from '@react-email/components'
import { Action } from '../components/action.tsx'
import { Facts } from '../components/facts.tsx'
import { Frame } from '../components/frame.tsx'
import { Heading } from '../components/heading.tsx'
import { Paragraph } from '../components/paragraph.tsx'
import { colour, dirOf } from '../components/style.ts'
import type { Message } from '../message.ts'

const OneLanguage = ({ message, first }: { message: Message; first: boolean }) => {
  const { locale, rows, action, next } = message
  const rule = first ? {} : { borderTop: `1px solid ${colour.ink}` }
  return (
    <Section dir={dirOf(locale)} lang={locale} style={{ padding: '30px 36px 32px', ...rule }}>
      <Heading locale={locale}>{message.title}</Heading>
      <Paragraph locale={locale}>{message.greeting}</Paragraph>
      <Paragraph locale={locale}>{message.lead}</Paragraph>
      {rows.length > 0 && <Facts locale={locale} rows={rows} />}
      {action !== null && <Action locale={locale} label={action.label} url={action.url} />}
      {next !== null && <Paragraph locale={locale}>{next}</Paragraph>}
      <Paragraph locale={locale} quiet>
        {message.closing}
      </Paragraph>
    </Section>
  )
}

/** One notice in one language, or in two for what is kept as proof: the reader's language first. */
export const Notice = ({ messages }: { messages: readonly [Message, ...Message[]] }) => (
  <Frame locale={messages[0].locale} preview={messages[0].lead} award={messages[0].award}>
    {messages.map((message, index) => (
      <OneLanguage key={message.locale} message={message} first={index === 0} />
    ))}
  </Frame>
)
