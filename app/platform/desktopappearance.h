// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

#include <memory>
#include <optional>

namespace islet {

//! What the desktop says about how programs should look. What it does not say is nothing to go by.
struct SystemWishes {
    std::optional<bool> dark;
    std::optional<bool> contrast; //!< higher than usual
    std::optional<bool> still; //!< as little motion as can be

    friend bool operator==(const SystemWishes &, const SystemWishes &) = default;
};

//! Where the desktop says it. Each system has its own; see makeSystemLook().
class SystemLook : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! Begins to ask and to watch; returns at once. The answers may come at any time after, or never.
    virtual void start() = 0;
    const SystemWishes &wishes() const { return m_wishes; }

signals:
    void changed();

protected:
    void setWishes(const SystemWishes &wishes)
    {
        if (wishes == m_wishes)
            return;
        m_wishes = wishes;
        emit changed();
    }

private:
    SystemWishes m_wishes;
};

//! That of the system which this was built for; it says nothing before it was started.
std::unique_ptr<SystemLook> makeSystemLook();

} // namespace islet
