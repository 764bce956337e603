// Settings of the tool that writes server/store/migrations from the schema: `npm run migrations`.
export default {
  dialect: 'sqlite',
  schema: ['./server/store/schema.ts', './server/store/schema/*.ts'],
  out: './server/store/migrations',
}
