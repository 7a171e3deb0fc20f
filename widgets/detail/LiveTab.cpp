#include "widgets/detail/LiveTab.h"

#include "widgets/base/StateNotice.h"
#include "widgets/detail/StateText.h"

#include <QStackedLayout>

namespace detail {

LiveTab::LiveTab(std::shared_ptr<WatchedObject> object, QWidget *parent)
    : ObjectTab(parent)
    , m_object(std::move(object))
    , m_stack(new QStackedLayout(this))
    , m_notice(new base::StateNotice(base::StateNotice::Form::Centered, this))
{
    m_stack->addWidget(m_notice);
    connect(m_object.get(), &WatchedObject::changed, this, &LiveTab::update);
}

void LiveTab::setContent(QWidget *content)
{
    m_stack->addWidget(content);
}

void LiveTab::showAgain()
{
    m_shown.reset();
    update();
}

void LiveTab::showEvent(QShowEvent *event)
{
    ObjectTab::showEvent(event);
    update();
}

void LiveTab::update()
{
    m_dirty = true;
    if (!isVisible())
        return;
    const bool wasSettled = isSettled();
    m_dirty = false;
    const std::shared_ptr<const text::Value> &object = m_object->object();
    if (object && object != m_shown) {
        m_shown = object;
        showObject(*object);
    }
    if (!object) {
        tell(*m_notice, m_object->name(), m_object->state(),
             {[this] { m_object->retryNow(); }, [this] { Q_EMIT openRequested(kindAddress(m_object->name().type)); },
              [this](const base::Address &address) { Q_EMIT openRequested(address); }});
    }
    m_stack->setCurrentIndex(object ? 1 : 0);
    if (!wasSettled && isSettled())
        Q_EMIT settled();
}

} // namespace detail
