"""Token buckets: generous at once, steady after, one bucket per link."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.routes.throttle import Throttle


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_full_bucket_is_given_at_once_and_then_at_its_pace() -> None:
    clock = Clock()
    throttle = Throttle(per_second=2, burst=3, clock=clock)
    assert [throttle.take("link") for _ in range(4)] == [0, 0, 0, 0.5]
    clock.now += 0.5
    assert throttle.take("link") == 0
    assert throttle.take("link") == 0.5


def test_one_link_does_not_slow_another_and_asking_takes_nothing() -> None:
    throttle = Throttle(per_second=1, burst=1, clock=Clock())
    assert throttle.waiting("a") == throttle.take("a") == 0
    assert throttle.waiting("a") == 1
    assert throttle.take("b") == 0


def test_two_hundred_viewers_who_reload_every_two_seconds_are_never_refused() -> None:
    clock = Clock()
    throttle = Throttle(per_second=200, burst=600, clock=clock)
    for _ in range(30):
        assert not any(throttle.take("link") for _ in range(200))  # all in the same moment
        clock.now += 2


@given(steps=st.lists(st.floats(0, 5), max_size=60), per_second=st.integers(1, 20), burst=st.integers(1, 20))
def test_no_more_is_given_than_the_bucket_held_and_what_flowed_in(
    steps: list[float], per_second: int, burst: int
) -> None:
    clock = Clock()
    throttle = Throttle(per_second=per_second, burst=burst, clock=clock)
    given_out = 0
    for step in steps:
        clock.now += step
        given_out += throttle.take("link") == 0
    assert given_out <= burst + sum(steps) * per_second + 1e-6
