// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ground.h"

namespace islet::bench {

//! A talker at Ground's microphone, a listener at its ear, and what connects them.
class Talkers {
public:
    Talkers() = default;
    virtual ~Talkers() = default;
    Talkers(const Talkers &) = delete;
    Talkers &operator=(const Talkers &) = delete;

    virtual QString name() const = 0;
    //! Restarts everything and returns when both are connected and their devices are open. On failure, returns false
    //! and sets why(). Sound need not flow yet: the caller plays sentences until one is heard.
    virtual bool start(Ground &ground) = 0;
    //! Ends everything that was started; so does the destructor.
    virtual void stop() = 0;
    QString why() const { return m_why; }

protected:
    bool failed(const QString &why)
    {
        m_why = why;
        return false;
    }

private:
    QString m_why;
};

} // namespace islet::bench
