import ts from 'typescript'

const ARITHMETIC = new Set(['+', '-', '*', '/', '%', '**'])
const MADE_OF_NUMBERS = new Set(['Number', 'parseFloat', 'parseInt'])
const ROUNDED = /^(toFixed|toPrecision|toExponential|parseFloat|parseInt)$/

const isNumber = (type) =>
  type.isUnion() ? type.types.some(isNumber) : (type.flags & ts.TypeFlags.NumberLike) !== 0

/**
 * No reckoning with doubles where a score is made (section 1.8 of the scoring rules). The types tell `number` from
 * `bigint`, so `a.p * b.q` passes and `a / 2` does not. Whole counts go through `kernel/count.ts`, which is outside.
 */
const exactArithmetic = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      double:
        'Exact numbers only: use a Rational, or kernel/count.ts for a count (scoring rules, section 1.8).',
    },
  },
  create(context) {
    const { getTypeAtLocation } = context.sourceCode.parserServices
    const report = (node) => context.report({ node, messageId: 'double' })
    const refuseNumbers = (node, operands) => {
      if (operands.some((operand) => isNumber(getTypeAtLocation(operand)))) report(node)
    }
    return {
      BinaryExpression(node) {
        if (ARITHMETIC.has(node.operator)) refuseNumbers(node, [node.left, node.right])
      },
      AssignmentExpression(node) {
        if (ARITHMETIC.has(node.operator.slice(0, -1))) refuseNumbers(node, [node.left, node.right])
      },
      UpdateExpression: (node) => refuseNumbers(node, [node.argument]),
      UnaryExpression(node) {
        // A written -1 is a place or a sign, reckoned by nobody.
        if (node.operator === '-' && node.argument.type !== 'Literal') refuseNumbers(node, [node.argument])
        if (node.operator === '+') report(node)
      },
      CallExpression({ callee }) {
        if (callee.type === 'Identifier' && MADE_OF_NUMBERS.has(callee.name)) report(callee)
      },
      MemberExpression(node) {
        const isMath = node.object.type === 'Identifier' && node.object.name === 'Math'
        if (isMath || (node.property.type === 'Identifier' && ROUNDED.test(node.property.name))) report(node)
      },
      Literal(node) {
        if (typeof node.value === 'number' && !Number.isInteger(node.value)) report(node)
      },
    }
  },
}

export default { rules: { 'exact-arithmetic': exactArithmetic } }
