package dev.ensuregsis.local;

/**
 * The kind of step that comes next after a failure, where it depends on how the server was asked for: by an annotation, a
 * property or code. Whoever asks on behalf of a user has words for each.
 */
public sealed interface NextStep {

    /**
     * Puts the step into words.
     *
     * @param words the words of who asked for the server
     * @return sentences that come after the failure's message
     */
    String in(Words words);

    /**
     * To allow a host, if a DynamoDB made for tests runs there.
     *
     * @param host the host as it stands in the endpoint's URL
     */
    record AllowHost(String host) implements NextStep {
        @Override
        public String in(Words words) {
            return words.allowHost(host);
        }
    }

    /** To ask for a server of this machine: the endpoint is AWS itself. */
    record LeaveAws() implements NextStep {
        @Override
        public String in(Words words) {
            return words.leaveAws();
        }
    }

    /** To ask for another image, if this one can't be had. */
    record ChooseImage() implements NextStep {
        @Override
        public String in(Words words) {
            return words.chooseImage();
        }
    }

    /** To use the server's shared database, if no other server can be had. */
    record ShareDatabase() implements NextStep {
        @Override
        public String in(Words words) {
            return words.shareDatabase();
        }
    }

    /** One method for each kind of step, so that no kind is forgotten. */
    interface Words {

        /**
         * How a host is allowed.
         *
         * @param host the host as it stands in the endpoint's URL
         * @return one or more sentences
         */
        String allowHost(String host);

        /**
         * How a server of this machine is asked for.
         *
         * @return one or more sentences
         */
        String leaveAws();

        /**
         * How another image is asked for.
         *
         * @return one or more sentences
         */
        String chooseImage();

        /**
         * How the shared database is asked for.
         *
         * @return one or more sentences
         */
        String shareDatabase();
    }
}
