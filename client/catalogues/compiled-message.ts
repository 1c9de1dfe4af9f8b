import { parseSync, type ESTree } from 'vite'

/**
 * The text of a message in one language, as JavaScript: a string, or a function of its inputs where it has any. Taken
 * from the module that Paraglide compiled the message to; throws where that has no text in the language.
 */
export function textIn(locale: string, key: string, compiledModule: string): string {
  const text = parseSync(`${key}.js`, compiledModule, { preserveParens: false })
    .program.body.filter((statement) => statement.type === 'VariableDeclaration')
    .flatMap(({ declarations }) => declarations)
    .find(({ id }) => id.type === 'Identifier' && id.name === `${locale}_${key}`)?.init
  if (text?.type !== 'ArrowFunctionExpression') throw new Error(`${key} has no text in "${locale}"`)
  const words = constantOf(text)
  return words === null ? compiledModule.slice(text.start, text.end) : JSON.stringify(words)
}

/** What the function always returns; null where that depends on inputs. */
function constantOf({ params, body }: ESTree.ArrowFunctionExpression): string | null {
  if (params.length > 0 || body.type !== 'BlockStatement') return null
  const [returned] = body.body
  if (returned?.type !== 'ReturnStatement' || returned.argument?.type !== 'TemplateLiteral') return null
  const { quasis } = returned.argument
  return quasis.length === 1 ? (quasis[0]?.value.cooked ?? null) : null
}
