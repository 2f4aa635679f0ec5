import type { Form } from '../../../kernel/chat/chat.js';
import { encodeCall } from '../../../kernel/render/call-code.js';
import type { PageTexts } from './page-texts.js';

type Field = Form['fields'][number];

/** A question with blanks, under the card titled `under`; what is typed is sent as words and read by the product. */
export const FormView = (of: { form: Form; id: string; under: string; texts: PageTexts }) => {
  const { form, id, texts } = of;
  const wrong = form.fields.filter((field) => field.error);
  return (
    <form
      class="form"
      data-form={encodeCall(form.call)}
      aria-label={form.title}
      autocomplete="off"
      novalidate
    >
      {form.title === of.under ? null : <h4>{form.title}</h4>}
      {wrong.length > 0 ? (
        <p class="form-errors" role="alert">
          {texts.formErrors}
        </p>
      ) : null}
      {form.fields.map((field) => (
        <FieldView field={field} id={`${id}-${field.name}`} texts={texts} />
      ))}
      <button type="submit" class="button primary">
        {form.submit}
      </button>
    </form>
  );
};

const FieldView = ({ field, id, texts }: { field: Field; id: string; texts: PageTexts }) => {
  const radios = field.kind === 'choice' && (field.choices?.length ?? 0) <= 4;
  const described = [field.hint ? `${id}-hint` : '', field.error ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ');
  const label = (
    <>
      {field.label} <span class="field-need">{field.required ? texts.required : texts.optional}</span>
    </>
  );
  const notes = (
    <>
      {field.hint ? (
        <p class="field-hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      ) : null}
      {field.error ? (
        <p class="field-error" id={`${id}-error`}>
          {field.error}
        </p>
      ) : null}
    </>
  );
  if (radios) {
    return (
      <fieldset class="field" aria-describedby={described || undefined}>
        <legend>{label}</legend>
        <div class="choices">
          {(field.choices ?? []).map((choice) => (
            <label class="choice">
              <input
                type="radio"
                name={field.name}
                value={choice.value}
                checked={choice.value === field.value}
                aria-invalid={field.error ? 'true' : undefined}
              />
              <span>{choice.label}</span>
            </label>
          ))}
        </div>
        {notes}
      </fieldset>
    );
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Input field={field} id={id} described={described} texts={texts} />
      {notes}
    </div>
  );
};

const Input = (of: { field: Field; id: string; described: string; texts: PageTexts }) => {
  const { field, id } = of;
  const common = {
    id,
    name: field.name,
    'aria-describedby': of.described || undefined,
    'aria-invalid': field.error ? ('true' as const) : undefined,
    'aria-required': field.required ? ('true' as const) : undefined,
  };
  if (field.kind === 'choice') {
    return (
      <select {...common}>
        <option value="">{of.texts.choose}</option>
        {(field.choices ?? []).map((choice) => (
          <option value={choice.value} selected={choice.value === field.value}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  }
  if (field.kind === 'long') {
    return (
      <textarea {...common} rows={3} maxlength={4000}>
        {field.value ?? ''}
      </textarea>
    );
  }
  // Dates and amounts are typed as people say them ('下周三', '30万'), so no picker stands in the way.
  const mode = field.kind === 'number' ? 'decimal' : undefined;
  return <input {...common} type="text" inputmode={mode} value={field.value ?? ''} maxlength={1000} />;
};
