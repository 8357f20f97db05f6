/** Groups that grow together: each row ends in the group of the smallest row it was joined with. */
export class Groups {
  private readonly parent: Int32Array

  constructor(length: number) {
    this.parent = new Int32Array(length)
    for (let row = 0; row < length; row++) this.parent[row] = row
  }

  find(row: number): number {
    let root = row
    while (this.parent[root] !== root) root = this.parent[root]!
    while (this.parent[row] !== root) {
      const next = this.parent[row]!
      this.parent[row] = root
      row = next
    }
    return root
  }

  join(a: number, b: number): void {
    const [one, other] = [this.find(a), this.find(b)]
    if (one < other) this.parent[other] = one
    else this.parent[one] = other
  }
}
