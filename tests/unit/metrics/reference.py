"""Every network figure a second time: plain Python over sets of pairs, written to be read, not to be fast."""

from collections import defaultdict, deque
from itertools import combinations


class Plain:
    """A network as sets: who took part in what, who was at what."""

    def __init__(self, ties):
        self.pairs = set(ties[["organisation_id", "activity_id"]].itertuples(index=False, name=None))
        self.did, self.was_at = defaultdict(set), defaultdict(set)
        for organisation, activity in self.pairs:
            self.did[organisation].add(activity)
            self.was_at[activity].add(organisation)
        self.organisations = sorted(self.did)
        self.shared = {
            (a, b): self.did[a] & self.did[b]
            for a, b in combinations(self.organisations, 2)
            if self.did[a] & self.did[b]
        }
        self.partners = {organisation: set() for organisation in self.organisations}
        for a, b in self.shared:
            self.partners[a].add(b)
            self.partners[b].add(a)

    def clustering(self):
        cycles = sum(len(common) * (len(common) - 1) // 2 for common in self.shared.values())
        paths = sum((len(self.did[a]) - 1) * (len(self.was_at[x]) - 1) for a, x in self.pairs)
        return 4 * cycles / paths if paths else None

    def edges(self, *, at_least=1):
        return sum(len(common) >= at_least for common in self.shared.values())

    def parts(self, *, leaving_out=()):
        rest, sizes = set(self.organisations) - set(leaving_out), []
        while rest:
            part, border = set(), {min(rest)}
            while border:
                part |= border
                border = {other for one in border for other in self.partners[one]} & rest - part
            rest -= part
            sizes.append(len(part))
        return tuple(sorted(sizes, reverse=True))

    def centralization(self, *, without=None):
        degrees = [len(who - {without}) for one, who in self.partners.items() if one != without]
        n = len(degrees)
        return sum(max(degrees) - one for one in degrees) / ((n - 1) * (n - 2)) if n > 2 else None

    def activity_pairs(self, organisation):
        return list(combinations(sorted(self.did[organisation]), 2))

    def redundancy(self):
        found = {}
        for one in self.organisations:
            pairs = self.activity_pairs(one)
            if pairs:
                tied = sum(bool(self.was_at[x] & self.was_at[y] - {one}) for x, y in pairs)
                found[one] = tied / len(pairs)
        return found

    def strength(self):
        return {
            one: sum(sum(1 / (len(self.was_at[x]) - 1) for x in self.did[one] & self.did[two]) for two in who)
            for one, who in self.partners.items()
        }

    def dependencies(self, start):
        """Share of shortest connections from one organisation that runs through each other (Brandes 2001)."""
        ways, distance, order = {start: 1}, {start: 0}, []
        waiting = deque([start])
        while waiting:
            one = waiting.popleft()
            order.append(one)
            for other in self.partners[one]:
                if other not in distance:
                    distance[other] = distance[one] + 1
                    waiting.append(other)
                if distance[other] == distance[one] + 1:
                    ways[other] = ways.get(other, 0) + ways[one]
        through = dict.fromkeys(self.organisations, 0.0)
        for one in reversed(order):
            for other in self.partners[one]:
                if distance[other] == distance[one] - 1:
                    through[other] += ways[other] / ways[one] * (1 + through[one])
        through[start] = 0.0
        return through

    def betweenness(self):
        n = len(self.organisations)
        every = [self.dependencies(start) for start in self.organisations]
        return {one: sum(each[one] for each in every) / ((n - 1) * (n - 2)) for one in self.organisations}

    def gini(self):
        counts = [len(done) for done in self.did.values()]
        n = len(counts)
        if n < 2:
            return None
        return sum(abs(a - b) for a in counts for b in counts) / (2 * n * sum(counts)) * n / (n - 1)

    def ei(self, sector):
        edges = len(self.shared)
        inside = sum(sector[a] == sector[b] for a, b in self.shared)
        return (edges - 2 * inside) / edges if edges else None

    def absence(self, organisation):
        rest = {one: done for one, done in self.did.items() if one != organisation}
        mine = self.did.get(organisation, set())
        who = self.partners.get(organisation, set())
        return {
            "organisation": organisation,
            "ties": len(mine),
            "pairs": len(who),
            "components": len(self.parts()) - (organisation in self.did and not who),
            "components_without": len(self.parts(leaving_out={organisation})),
            "without_partner": sum(self.partners[one] == {organisation} for one in rest),
            "activities_empty": sum(self.was_at[x] == {organisation} for x in mine),
            "activities_alone": sum(len(self.was_at[x]) == 2 for x in mine),
        }
