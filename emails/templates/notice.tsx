import { Section } from '@react-email/section'
import { Action } from '../components/action.tsx'
import { Facts } from '../components/facts.tsx'
import { Frame } from '../components/frame.tsx'
import { Heading, SmallHeading } from '../components/heading.tsx'
import { Paragraph } from '../components/paragraph.tsx'
import { colour, dirOf, family } from '../components/style.ts'
import { type Message, previewOf } from '../message.ts'
import { plainly } from '../said.ts'

type Props = { message: Message; isFirst: boolean; isFollowed: boolean }

const OneLanguage = ({ message, isFirst, isFollowed }: Props) => {
  const { locale, rows, action, next, review } = message
  return (
    <Section
      dir={dirOf(locale)}
      lang={locale}
      className={`c i ${locale}`}
      style={{ ...family(locale), padding: isFirst ? '32px 36px 34px' : '0 36px 34px' }}
    >
      {!isFirst && <div className="r" style={{ borderTop: `1px solid ${colour.ink}`, height: 28 }} />}
      <Heading locale={locale}>{message.title}</Heading>
      <Paragraph locale={locale}>{message.greeting}</Paragraph>
      <Paragraph locale={locale} margin="4px 0 0">
        {message.lead}
      </Paragraph>
      {rows.length > 0 && <Facts locale={locale} rows={rows} />}
      {action !== null && <Action locale={locale} label={action.label} url={action.url} />}
      <div style={{ clear: 'both' }} />
      {next !== null && <SmallHeading locale={locale}>{next.heading}</SmallHeading>}
      {next !== null && (
        <Paragraph locale={locale} size={16} margin="6px 0 0">
          {next.text}
        </Paragraph>
      )}
      <Paragraph locale={locale} size={15} margin={next === null ? '26px 0 0' : '12px 0 0'} quiet>
        {message.closing}
      </Paragraph>
      {isFollowed && review !== null && (
        <Paragraph locale={locale} size={15} margin="12px 0 0" quiet>
          {review}
        </Paragraph>
      )}
    </Section>
  )
}

/** One notice in one language, or in several for what is kept as proof: the reader's language first. */
export const Notice = ({ messages }: { messages: readonly [Message, ...Message[]] }) => (
  <Frame
    locales={[messages[0].locale, ...messages.slice(1).map(({ locale }) => locale)]}
    preview={previewOf(plainly(messages[0].lead))}
  >
    {messages.map((message, at) => (
      <OneLanguage
        key={message.locale}
        message={message}
        isFirst={at === 0}
        isFollowed={at < messages.length - 1}
      />
    ))}
  </Frame>
)
