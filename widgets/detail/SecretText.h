#pragma once

#include "widgets/base/SecretClipboard.h"

#include <QTimer>
#include <QWidget>

#include <chrono>
#include <string>

class QVBoxLayout;

namespace detail {

class LinkButton;

/// A value that nobody sees before somebody asks, and that hides itself again.
class SecretText final : public QWidget
{
    Q_OBJECT

public:
    SecretText(std::string value, const QString &name, QWidget *parent = nullptr, std::chrono::milliseconds shownFor = base::SecretStays);

    bool isShown() const { return m_value != nullptr; }

Q_SIGNALS:
    void noticed(const QString &text);

private:
    void setShown(bool shown);
    void copy();

    std::string m_secret;
    QString m_name;
    QVBoxLayout *m_layout;
    QWidget *m_stars;
    LinkButton *m_toggle;
    QWidget *m_value = nullptr;
    QTimer m_hide{this};
};

} // namespace detail
