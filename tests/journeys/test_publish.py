"""Sending for real, as far as a network in memory goes: approved exactly like this, once, whatever breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from smmgit.errors import ConfigError, StoreError
from smmgit.jobs.pause import Resuming, pause
from smmgit.jobs.resolve import resolve
from smmgit.model.delivery import NotSent, Published, Unknown
from tests.support.network import PowerCut
from tests.support.office import BRAND, MINUTE, MONDAY, POLICY, Office, key, post, public
from tests.support.repository import commit, git

THREAD = "Part one.\n\n---\n\nPart two.\n\n---\n\nPart three."


def outcomes(run: object) -> dict[str, str]:
    return {each.item.delivery.key.post: type(each.outcome).__name__ for each in run.sent}  # type: ignore[attr-defined]


def reasons(run: object) -> dict[str, str]:
    return {item.delivery.key.post: item.state.reason for item in run.plan.items}  # type: ignore[attr-defined]


def test_what_was_approved_goes_out_once_and_the_ledger_tells_it(tmp_path: Path) -> None:
    office = Office(tmp_path, carnet=post(), fil=post("fil", THREAD))
    office.approve()
    run = office.publish()
    assert outcomes(run) == {"carnet": "Published", "fil": "Published"}
    assert office.network.texts() == ["Words of carnet.", "Part one.", "Part two.", "Part three."]
    assert office.events("reserved", "published") == [
        "reserved carnet", "reserved fil", "published carnet", "published fil", "published fil", "published fil",
    ]  # fmt: skip
    again = office.publish(office.clone("other"))
    assert again.sent == () and len(office.network.messages) == 4
    assert not again.needs_a_person


def test_nothing_leaves_without_a_yes(tmp_path: Path) -> None:
    office = Office(tmp_path, carnet=post())
    run = office.publish()
    assert run.sent == () and reasons(run) == {"carnet": "not-approved"}
    assert office.network.messages == []


def test_a_text_edited_after_the_yes_is_held_and_a_new_yes_lets_it_go(tmp_path: Path) -> None:
    office = Office(tmp_path, carnet=post())
    office.approve()
    office.write(carnet=post(text="Other words."))
    run = office.publish()
    assert reasons(run) == {"carnet": "edited-since"} and run.needs_a_person
    office.approve()
    assert outcomes(office.publish()) == {"carnet": "Published"}
    assert office.network.texts() == ["Other words."]


def test_a_revert_to_words_approved_before_stands_on_that_yes(tmp_path: Path) -> None:
    office = Office(tmp_path, carnet=post())
    office.approve()
    office.write(carnet=post(text="Other words."))
    office.write(carnet=post())
    assert outcomes(office.publish()) == {"carnet": "Published"}


def test_a_small_move_needs_no_new_yes_and_a_larger_one_does(tmp_path: Path) -> None:
    office = Office(tmp_path, small=post("small"), large=post("large"))
    office.approve()
    office.write(small=post("small", when="2026-11-23 09:10"), large=post("large", when="2026-11-23 09:20"))
    office.wait(60 * 25)
    run = office.publish()
    assert outcomes(run) == {"small": "Published"}
    assert reasons(run)["large"] == "moved-since"


def test_renaming_a_file_or_a_pillar_voids_nothing(tmp_path: Path) -> None:
    office = Office(tmp_path, carnet=post())
    office.approve()
    git(office.desk, "mv", "content/carnet.md", "content/neu.md")
    commit(office.desk, {"content/neu.md": post(more="effort: 2\n")})
    office.push()
    assert outcomes(office.publish()) == {"carnet": "Published"}


def test_nobody_approves_their_own_work(tmp_path: Path) -> None:
    office = Office(tmp_path, carnet=post())
    assert office.approve(by="lea") == ()
    assert reasons(office.publish()) == {"carnet": "not-approved"}


def test_a_solo_lane_may_and_says_so(tmp_path: Path) -> None:
    policy = POLICY.replace("from: [editor]", "from: [editor], self_approval: true")
    files = {"brand/approvals.yml": policy.format(tom=public("tom"), lea=public("lea"))}
    office = Office(tmp_path, files, carnet=post())
    assert len(office.approve(by="lea")) == 1
    assert outcomes(office.publish()) == {"carnet": "Published"}


def test_who_left_the_policy_approves_nothing_any_more(tmp_path: Path) -> None:
    office = Office(tmp_path, carnet=post())
    office.approve()
    policy = POLICY.replace("roles: [editor]\n    emails: [tom", "roles: [guest]\n    emails: [tom")
    commit(office.desk, {"brand/approvals.yml": policy.format(tom=public("tom"), lea=public("lea"))})
    office.push()
    assert reasons(office.publish()) == {"carnet": "not-approved"}


def test_a_yes_signed_with_another_key_is_no_yes(tmp_path: Path) -> None:
    office = Office(tmp_path, carnet=post())
    office.approve()
    policy = POLICY.format(tom=public("stranger"), lea=public("lea"))
    commit(office.desk, {"brand/approvals.yml": policy})
    office.push()
    assert reasons(office.publish()) == {"carnet": "bad-signature"}


def test_a_mistake_in_the_policy_opens_nothing(tmp_path: Path) -> None:
    office = Office(tmp_path, carnet=post())
    office.approve()
    broken = POLICY.format(tom=public("tom"), lea=public("lea")) + "tolerence: 9h\n"
    commit(office.desk, {"brand/approvals.yml": broken})
    office.push()
    assert reasons(office.publish()) == {"carnet": "policy-broken"}


def test_uncommitted_words_never_leave(tmp_path: Path) -> None:
    office = Office(tmp_path, carnet=post())
    office.approve()
    (office.desk / "content/carnet.md").write_text(post(text="Not committed."))
    (office.desk / "content/new.md").write_text(post("new"))
    run = office.publish()
    assert run.dirty
    assert office.network.texts() == ["Words of carnet."]


def test_only_the_named_repository_publishes(tmp_path: Path) -> None:
    office = Office(tmp_path, carnet=post())
    office.approve()
    git(office.desk, "remote", "set-url", "origin", "https://forge.example/fork/remote.git")
    with pytest.raises(ConfigError, match="only team/remote may publish"):
        office.publish()


def test_a_token_for_another_account_sends_nothing(tmp_path: Path) -> None:
    office = Office(tmp_path, carnet=post())
    office.approve()
    office.network.account = "somebody-else"
    run = office.publish()
    assert run.sent == () and run.needs_a_person
    (why,) = run.aside.values()
    assert "another account (somebody-else)" in why.en and "autre compte" in why.fr
    assert "reserved" not in " ".join(office.events())


def test_a_lost_answer_is_looked_up_and_adopted(tmp_path: Path) -> None:
    office = Office(tmp_path, carnet=post())
    office.approve()
    office.network.fates = ["lost"]
    assert outcomes(office.publish()) == {"carnet": "Published"}
    assert office.network.texts() == ["Words of carnet."]


@pytest.mark.parametrize("duplicates", ["exact", "keyed", "listable"])
@pytest.mark.parametrize("fate", ["cut before", "cut after"])
def test_a_run_that_dies_is_finished_by_the_next_without_a_second_copy(
    tmp_path: Path, duplicates: str, fate: str
) -> None:
    office = Office(tmp_path, carnet=post(), fil=post("fil", THREAD))
    office.network.duplicates = duplicates  # type: ignore[assignment]
    office.network.forgets = duplicates == "keyed"  # a key that expired protects nothing
    office.approve()
    office.network.fates = ["fine", "fine", fate]
    with pytest.raises(PowerCut):
        office.publish()
    office.publish(office.clone("too-soon"))
    assert len(office.network.messages) <= 3  # the lease is not over: nothing is touched
    office.wait(600)
    runner = office.clone("next")
    for _ in range(3):
        office.publish(runner)
    assert sorted(office.network.texts()) == ["Part one.", "Part three.", "Part two.", "Words of carnet."]
    assert office.publish(runner).sent == ()


def test_on_a_blind_network_a_person_decides(tmp_path: Path) -> None:
    office = Office(tmp_path, carnet=post(), next=post("next"))
    office.network.duplicates = "blind"
    office.approve()
    office.network.fates = ["cut after"]
    with pytest.raises(PowerCut):
        office.publish()
    office.wait(600)
    run = office.publish(office.clone("next"))
    assert reasons(run)["carnet"] == "unknown"
    assert sorted(office.network.texts()) == ["Words of carnet.", "Words of next."]
    git(office.desk, "pull", "-q", "origin", "main")
    resolve(str(office.desk), office.now, "carnet", "published", url="https://net.example/0")
    assert reasons(office.publish(office.clone("later")))["carnet"] == "published"
    assert len(office.network.messages) == 2


def test_a_person_who_saw_that_it_is_not_there_lets_it_go(tmp_path: Path) -> None:
    office = Office(tmp_path, carnet=post())
    office.network.duplicates = "blind"
    office.approve()
    office.network.fates = ["cut before"]
    with pytest.raises(PowerCut):
        office.publish()
    office.wait(600)
    assert reasons(office.publish(office.clone("next")))["carnet"] == "unknown"
    resolve(str(office.desk), office.now, "carnet", "not-published")
    assert outcomes(office.publish(office.clone("later"))) == {"carnet": "Published"}


def test_what_stands_there_already_is_not_sent_on_top(tmp_path: Path) -> None:
    """A ledger that lost its memory, or a colleague who was faster by hand."""
    office = Office(tmp_path, carnet=post())
    office.approve()
    office.network.put("feed", "Words of carnet.")
    run = office.publish()
    assert isinstance(run.sent[0].outcome, Unknown) and "there-already" in run.sent[0].outcome.reason
    assert office.network.texts() == ["Words of carnet."]


@pytest.mark.parametrize("how", ["deleted", "rewound", "rewritten"])
def test_a_ledger_that_lost_entries_stops_everything(tmp_path: Path, how: str) -> None:
    office = Office(tmp_path, carnet=post(), later=post("later", when="2026-11-23 11:00"))
    office.approve()
    office.publish()
    remote = office.folder / "team/remote.git"
    first = git(remote, "rev-list", "--max-parents=0", "smmgit-ledger").strip()
    if how == "deleted":
        git(remote, "update-ref", "-d", "refs/heads/smmgit-ledger")
    elif how == "rewound":
        git(remote, "update-ref", "refs/heads/smmgit-ledger", first)
    else:
        made = git(remote, "commit-tree", f"{first}^{{tree}}", "-m", "again").strip()
        git(remote, "update-ref", "refs/heads/smmgit-ledger", made)
    for root in (office.desk, office.clone("fresh")):
        with pytest.raises(StoreError):
            office.publish(root)
    assert office.network.texts() == ["Words of carnet."]


def test_a_push_that_is_refused_sends_nothing(tmp_path: Path) -> None:
    office = Office(tmp_path, carnet=post())
    office.approve()
    hook = office.folder / "team/remote.git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho protected >&2\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(StoreError, match="protected"):
        office.publish()
    assert office.network.messages == []
    hook.unlink()
    assert outcomes(office.publish()) == {"carnet": "Published"}


def test_an_outcome_that_cannot_be_recorded_is_kept_and_handed_in_later(tmp_path: Path) -> None:
    office = Office(tmp_path, carnet=post())
    office.network.duplicates = "blind"
    office.approve()
    hook = office.folder / "team/remote.git/hooks/pre-receive"

    def refuse() -> None:
        hook.write_text("#!/bin/sh\nexit 1\n")
        hook.chmod(0o755)

    office.network.before = refuse
    with pytest.raises(StoreError):
        office.publish()
    assert len(list((office.desk / ".smmgit/outbox").iterdir())) == 1
    hook.unlink()
    # The same process is still there, so its file is not yet an orphan's; the ledger is asked after the lease.
    import smmgit.jobs.publishing.runner as runner

    real = runner.is_gone
    runner.is_gone = lambda other: True  # type: ignore[assignment]
    try:
        run = office.publish()
    finally:
        runner.is_gone = real
    assert reasons(run)["carnet"] == "published"
    assert len(office.network.messages) == 1
    assert not list((office.desk / ".smmgit/outbox").iterdir())


def test_a_clock_behind_the_ledger_stops_the_run(tmp_path: Path) -> None:
    office = Office(tmp_path, carnet=post())
    office.approve()
    office.now = MONDAY - 10 * MINUTE
    with pytest.raises(ConfigError, match="behind the ledger"):
        office.publish()


def test_a_pause_in_a_running_job_stops_the_next_message(tmp_path: Path) -> None:
    office = Office(tmp_path, carnet=post(), fil=post("fil", THREAD))
    office.approve()
    other = office.clone("colleague")
    sent = 0

    def after_two() -> None:
        nonlocal sent
        sent += 1
        if sent == 2:
            pause(str(other), office.now, "all", "storm")
        office.wait(6)

    office.network.before = after_two
    run = office.publish()
    assert office.network.texts() == ["Words of carnet.", "Part one."]
    assert isinstance(run.sent[-1].outcome, NotSent) and run.sent[-1].outcome.reason == "paused"
    office.network.before = lambda: None
    assert office.publish().sent == ()
    office.wait(600)
    resuming = Resuming(str(other), office.now, "all")
    assert [item.post.id for item in resuming.overdue] == ["fil"]
    resuming.resume(skip=(), send=())
    assert office.publish().sent == () and reasons(office.publish())["fil"] == "fell-due"
    again = Resuming(str(other), office.now, "all")
    again.resume(skip=(), send={item.delivery.key for item in again.overdue})
    office.publish()
    assert office.network.texts() == ["Words of carnet.", "Part one.", "Part two.", "Part three."]


def test_two_pushes_a_run_however_many_posts(tmp_path: Path) -> None:
    office = Office(tmp_path, **{f"post_{n:02}": post(f"post-{n:02}") for n in range(30)})
    office.approve()
    run = office.publish()
    assert len(run.sent) == 30 and run.pushes == 2
    assert all(isinstance(each.outcome, Published) for each in run.sent)


def test_what_falls_due_inside_the_run_leaves_at_its_second(tmp_path: Path) -> None:
    office = Office(tmp_path, soon=post("soon", when="2026-11-23 09:03"), later=post("later", when="2026-11-23 09:30"))
    office.approve()
    run = office.publisher(until=10 * MINUTE).run()
    assert outcomes(run) == {"soon": "Published"}
    (entry,) = [each for each in office.ledger() if each.event == "published"]
    assert entry.at == "2026-11-23T08:03:00Z"
    assert run.late.total_seconds() < 1


def test_a_ledger_of_another_brand_is_refused(tmp_path: Path) -> None:
    office = Office(tmp_path, carnet=post())
    commit(office.desk, {"brand/brand.yml": BRAND.replace("born-here", "elsewhere")})
    office.push()
    with pytest.raises(StoreError, match="not this brand's"):
        office.publish()


def test_approving_needs_a_key_that_the_policy_knows(tmp_path: Path) -> None:
    office = Office(tmp_path, carnet=post())
    with pytest.raises(ConfigError, match="belongs to nobody"):
        office.approve(by="stranger")
    assert key("stranger").exists()
