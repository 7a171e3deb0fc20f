#include "widgets/rbac/WhatIfPane.h"

#include "widgets/base/HealthText.h"
#include "widgets/base/StateNotice.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/AfterPane.h"
#include "widgets/rbac/DraftPane.h"
#include "widgets/rbac/EffectPane.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace rbac {

using base::Meaning;

namespace {

constexpr int DraftsWidth = 420;
constexpr int EffectWidth = 760;

} // namespace

WhatIfPane::WhatIfPane(base::Executor &executor, QWidget *parent)
    : QWidget(parent), m_work(executor), m_stale(new base::StateNotice(base::StateNotice::Form::Strip, this)), m_unreadable(new base::StateNotice(base::StateNotice::Form::Strip, this))
    , m_drafts(new DraftPane(this)), m_effect(new EffectPane(executor, this))
{
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_drafts);
    splitter->addWidget(m_effect);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({DraftsWidth, EffectWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (base::StateNotice *notice : {m_stale, m_unreadable}) {
        layout->addWidget(notice);
        notice->hide();
    }
    layout->addWidget(splitter, 1);
    connect(m_drafts, &DraftPane::draftsChanged, this, [this] {
        m_work.setDrafts(m_drafts->drafts());
        tellWork();
        Q_EMIT changed();
    });
    connect(&m_work, &rights::DraftWork::resultChanged, this, [this] {
        m_drafts->showResult(*m_work.result());
        m_effect->showResult(m_work.result());
        tellWork();
    });
    connect(&m_work, &rights::DraftWork::risksChanged, this, [this] {
        m_effect->showRisks(m_work.risks());
        tellWork();
    });
    connect(m_drafts, &DraftPane::openRequested, this, &WhatIfPane::open);
    connect(m_effect, &EffectPane::openRequested, this, &WhatIfPane::open);
    connect(&m_effect->after(), &AfterPane::openRequested, this, &WhatIfPane::openRequested);
    connect(&m_effect->after(), &AfterPane::settled, this, &WhatIfPane::tellWork);
    connect(m_drafts, &DraftPane::noticed, this, &WhatIfPane::noticed);
    connect(m_effect, &EffectPane::noticed, this, &WhatIfPane::noticed);
}

void WhatIfPane::showBasis(std::shared_ptr<const Basis> basis)
{
    tellUnreadable(*basis);
    m_drafts->showBasis(basis);
    m_work.setBasis(std::move(basis));
    tellWork();
}

void WhatIfPane::showViewer(const std::optional<base::Result<Identity>> &viewer)
{
    m_effect->showViewer(viewer);
    m_work.setWriter(viewer && *viewer ? std::optional(**viewer) : std::nullopt);
}

void WhatIfPane::tellStale(const std::optional<rights::Stale> &stale)
{
    m_stale->setVisible(stale.has_value());
    if (stale)
        m_stale->tell(Meaning::Warning, tr("Stale since %1").arg(base::localTime(stale->state.since)), staleText(*stale), {{tr("Try now"), [this] { Q_EMIT retryRequested(); }}},
                      stale->state.nextAttempt);
}

void WhatIfPane::tellUnreadable(const Basis &basis)
{
    const QString unread = unreadableText(basis.inputs);
    m_unreadable->setVisible(!unread.isEmpty());
    if (!unread.isEmpty())
        m_unreadable->tell(Meaning::Warning, tr("Not everything may be read"), unread);
}

void WhatIfPane::tellWork()
{
    m_effect->tellWorking(m_work.result() && !m_work.isSettled());
    if (isSettled())
        Q_EMIT settled();
}

bool WhatIfPane::isSettled() const
{
    return m_work.isSettled() && m_effect->isSettled();
}

void WhatIfPane::open(const ObjectRef &object)
{
    if (const auto address = addressOf(object))
        Q_EMIT openRequested(*address);
}

} // namespace rbac
