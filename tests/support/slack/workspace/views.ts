import type { JsonObject } from '../json.js';
import type { User } from './user.js';
import type { View } from './view.js';

/** Windows of everybody, each person's in a stack, and their Home tabs. */
export class Views {
  private readonly stacks = new Map<string, View[]>();
  private readonly homes = new Map<string, View>();

  constructor(
    private readonly make: (user: User, shape: JsonObject, under: View | null) => View,
    private readonly now: () => Date,
  ) {}

  /** A new stack; what was open before is gone. */
  open(user: User, shape: JsonObject): View {
    for (const view of this.stackOf(user)) view.close();
    const view = this.make(user, shape, null);
    this.stacks.set(user.id, [view]);
    return view;
  }

  push(user: User, shape: JsonObject): View {
    const view = this.make(user, shape, this.topOf(user) ?? null);
    this.stacks.set(user.id, [...this.stackOf(user), view]);
    return view;
  }

  publish(user: User, shape: JsonObject): View {
    const home = this.homes.get(user.id);
    if (home) return home.show(shape, this.now());
    const view = this.make(user, shape, null);
    this.homes.set(user.id, view);
    return view;
  }

  /** Open windows of that person, the one on top last. */
  stackOf(user: User): View[] {
    return this.stacks.get(user.id) ?? [];
  }

  topOf(user: User): View | undefined {
    return this.stackOf(user).at(-1);
  }

  homeOf(user: User): View | undefined {
    return this.homes.get(user.id);
  }

  /** An open window or a published Home tab. */
  find(is: (view: View) => boolean): View | undefined {
    return [...[...this.stacks.values()].flat(), ...this.homes.values()].find(is);
  }

  /** Takes the window off the stack; the one below is seen again. */
  close(view: View): void {
    const stack = this.stackOf(view.user).filter((one) => one !== view);
    view.close();
    this.stacks.set(view.user.id, stack);
  }

  clear(user: User): void {
    for (const view of this.stackOf(user)) view.close();
    this.stacks.set(user.id, []);
  }
}
