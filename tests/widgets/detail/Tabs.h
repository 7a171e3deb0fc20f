#pragma once

#include "tests/widgets/detail/Watched.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/TextLabel.h"
#include "widgets/base/Theme.h"
#include "widgets/detail/DetailsTab.h"
#include "widgets/detail/EventsTab.h"
#include "widgets/detail/LinkButton.h"
#include "widgets/detail/YamlTab.h"

#include <QTest>

namespace detail {

using base::TextLabel;

/// Everything is to be found in this cluster.
inline std::optional<base::Address> everywhere(const detail::Reference &reference)
{
    return base::Address{QString::fromStdString(reference.kind).toLower() + u's', QString::fromStdString(reference.namespaceName),
                         QString::fromStdString(reference.name), {}};
}

inline QString textOf(const QWidget &widget)
{
    QStringList texts;
    for (const TextLabel *label : widget.findChildren<TextLabel *>())
        texts << label->text();
    for (const LinkButton *button : widget.findChildren<LinkButton *>())
        texts << button->text();
    return texts.join(u'\n');
}

template<typename T>
T *named(const QWidget &widget, const QString &name)
{
    for (T *child : widget.findChildren<T *>()) {
        if (child->accessibleName() == name)
            return child;
    }
    return nullptr;
}

inline const base::StateNotice *noticeOf(const QWidget &widget)
{
    for (const base::StateNotice *notice : widget.findChildren<base::StateNotice *>()) {
        if (notice->isVisible())
            return notice;
    }
    return nullptr;
}

/// Every way in which text of an object has hurt programs before.
inline const std::string hostile = R"(<img src='file:///etc/passwd'><b>bold</b> \u202egnp.exe \u001b[31mred %1 %2 &amp; &File)";

} // namespace detail
