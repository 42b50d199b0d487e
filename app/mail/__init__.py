"""The month goes up by mail: to whom, with which words, by which server, and what became of it."""
